/**
 * Steps of a policy as instants: the day they count to, moved into the send window (docs/rules.md, rule 4 and policy
 * table).
 */

import type { StepKind } from '../plan/message-kinds.ts';
import type { Addressing, Policy, StepPolicy } from '../plan/policy.ts';
import type { Due } from '../time/due.ts';
import { firstWorkdayOnOrAfter, lastWorkdayOnOrBefore } from '../time/due.ts';
import { fitAfter, fitBefore, windowEnd, windowOf } from '../time/send-window.ts';
import type { Day, Instant, Zone } from '../time/time.ts';
import { addDays, type WorkCalendar, workdaysAfter, workdaysBefore } from '../time/workdays.ts';

export type PlannedStep = {
  /** Kind and offset, `reminder-5`: a step keeps its key when a new calendar moves it. */
  readonly key: string;
  readonly kind: StepKind;
  readonly at: Instant;
  /** The end of the part of the send window that holds `at`; attempts after it send nothing. */
  readonly notAfter: Instant;
  readonly to: readonly Addressing[];
};

export type StepRules = {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly due: Due;
};

/** Ordered by instant; steps that the window moves to one instant stay in the order of the ladder. */
export const placeSteps = (steps: readonly StepPolicy[], round: StepRules): PlannedStep[] =>
  steps
    .toSorted((a, b) => a.days - b.days)
    .map((step) => placeStep(step, round))
    .toSorted((a, b) => a.at - b.at);

export function placeStep(step: StepPolicy, round: StepRules): PlannedStep {
  const { zone, policy } = round;
  const window = windowOf(policy, round);
  const wanted = zone.at(dayOf(step, round), step.at);
  const at = step.days > 0 ? fitAfter(window, wanted) : fitBefore(window, wanted);
  return { key: stepKey(step), kind: step.kind, at, notAfter: windowEnd(window, at), to: step.to };
}

/** `notice`, `due`, or kind and days, with `d` for calendar days. Must be unique within a policy. */
export function stepKey({
  kind,
  days,
  count,
}: Pick<StepPolicy, 'kind' | 'days' | 'count'>): string {
  if (kind === 'notice' || kind === 'due') return kind;
  return `${kind}-${Math.abs(days)}${count === 'calendar-days' ? 'd' : ''}`;
}

// Calendar days count from the same two working days as others: no chase falls before the end of the due day.
function dayOf({ days, count }: StepPolicy, { due, calendar }: StepRules): Day {
  const anchor =
    days > 0 ? firstWorkdayOnOrAfter(due, calendar) : lastWorkdayOnOrBefore(due, calendar);
  if (count === 'calendar-days') return addDays(anchor, days);
  return days > 0 ? workdaysAfter(calendar, anchor, days) : workdaysBefore(calendar, anchor, -days);
}
