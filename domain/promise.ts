/** A date promised on the telephone holds the next step until it has passed (rule 9). */

import type { Step } from './ladder/step.ts';
import { fitAfter, type SendWindow, windowEnd } from './time/send-window.ts';
import type { Day } from './time/time.ts';
import { addDays, workdayOnOrAfter } from './time/workdays.ts';

/**
 * Of the steps after the due date that fall on or before the promised day, the last is moved to the same time of the
 * next working day, the first on which the promise can be said to be broken; those before it are skipped, and so is
 * that one when the step after it comes no later.
 */
export function heldByPromise(
  steps: readonly Step[],
  promisedOn: Day | null,
  window: SendWindow,
): Step[] {
  if (promisedOn === null) return [...steps];
  const { zone, calendar } = window;
  const held = steps.filter(
    (step) => step.state === 'planned' && isChasing(step) && zone.dayOf(step.at) <= promisedOn,
  );
  const last = held.at(-1);
  const day = workdayOnOrAfter(calendar, addDays(promisedOn, 1));
  const following = steps.find(
    (step) => step.state === 'planned' && !held.includes(step) && isChasing(step),
  );
  return steps.map((step) => {
    if (!held.includes(step)) return step;
    const at = fitAfter(window, zone.at(day, zone.timeOf(step.at)));
    if (step !== last || (following && following.at <= at)) {
      return { ...step, state: 'skipped', reason: `已承诺${promisedOn}前报送` };
    }
    return {
      ...step,
      at,
      notAfter: windowEnd(window, at),
      reason: `已承诺${promisedOn}前报送，顺延`,
    };
  });
}

const isChasing = ({ kind }: Step): boolean =>
  kind === 'chase' || kind === 'press' || kind === 'supervise';
