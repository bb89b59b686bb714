/**
 * When the bureau gets its morning digest, and its work group a text. A missed day is not made up for: after an outage of a
 * week there is one mail, not five.
 */

import { placeSteps, type StepRules } from '../ladder/place-steps.ts';
import type { StepPolicy } from '../plan/policy.ts';
import type { Due } from '../time/due.ts';
import type { Day, Instant } from '../time/time.ts';
import { addDays, workdayOnOrAfter } from '../time/workdays.ts';

type Rules = Omit<StepRules, 'due'>;

export type Kept = {
  /** When the round opened; earlier moments do not count. */
  readonly since: Instant | null;
  /** The last day that was handled, whether or not something was sent. */
  readonly doneOn: Day | null;
};

/** The moment of today that still has to be handled, or the next one; null when the policy has no digest. */
export function nextMorning(rules: Rules, kept: Kept, now: Instant): Instant | null {
  const { policy, calendar, zone } = rules;
  const { digestAt } = policy;
  if (digestAt === undefined) return null;
  const today = workdayOnOrAfter(calendar, zone.dayOf(now));
  const days = [today, workdayOnOrAfter(calendar, addDays(today, 1))];
  return nextToKeep(
    rules,
    days.map((on) => zone.at(on, digestAt)),
    kept,
    now,
  );
}

/** The same for the work group's text; null when no moment is left. @param due of the round */
export const nextGroupText = (rules: Rules, due: Due, kept: Kept, now: Instant): Instant | null =>
  nextToKeep(rules, groupMoments(rules, due), kept, now);

/** The due day and each day of 催报, at the times at which units get their messages. */
export function groupMoments(rules: Rules, due: Due): Instant[] {
  const steps = rules.policy.steps.filter(({ kind }) => kind === 'due' || kind === 'chase');
  return placeSteps(steps.flatMap(repeated), { ...rules, due }).map(({ at }) => at);
}

/** Repetitions of one step that the group hears about. */
const MOST_REPEATS = 3;

const repeated = (step: StepPolicy): StepPolicy[] =>
  Array.from({ length: step.repeatEvery === undefined ? 1 : MOST_REPEATS }, (_, index) => ({
    ...step,
    days: step.days + index * (step.repeatEvery ?? 0),
  }));

function nextToKeep(
  rules: Rules,
  moments: readonly Instant[],
  { since, doneOn }: Kept,
  now: Instant,
): Instant | null {
  const { zone } = rules;
  const today = zone.dayOf(now);
  const isOwed = (at: Instant) =>
    at >= (since ?? at) && (doneOn === null || zone.dayOf(at) > doneOn);
  const isOpen = (at: Instant) =>
    at > now || (zone.dayOf(at) === today && now <= endOfDay(rules, today));
  return moments.find((at) => isOwed(at) && isOpen(at)) ?? null;
}

/** The end of the day's send window. A message sent later would go out on another day and speak of this one. */
function endOfDay({ policy, zone }: Rules, on: Day): Instant {
  const last = policy.window.at(-1);
  if (last === undefined) throw new Error('a send window needs at least one part');
  return zone.at(on, last.to);
}
