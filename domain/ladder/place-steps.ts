/**
 * Steps of a policy as absolute instants: the day they count to, moved into the send window. Rule 4 of docs/rules.md and
 * the counting rule of its policy table.
 */

import type { StepKind } from '../plan/message-kinds.ts';
import type { Addressing, Policy, StepPolicy } from '../plan/policy.ts';
import type { Due } from '../time/due.ts';
import { firstWorkdayOnOrAfter, lastWorkdayOnOrBefore } from '../time/due.ts';
import { fitAfter, fitBefore, windowEnd, windowOf } from '../time/send-window.ts';
import type { Day, Instant, Zone } from '../time/time.ts';
import { addDays, type WorkCalendar, workdaysAfter, workdaysBefore } from '../time/workdays.ts';

export type PlannedStep = {
  /** Kind and offset, `reminder-5`: the same step keeps its key when a new calendar moves it. */
  readonly key: string;
  readonly kind: StepKind;
  readonly at: Instant;
  /** The end of the send window that holds `at`; no attempt may send after it. */
  readonly notAfter: Instant;
  readonly to: readonly Addressing[];
};

export type StepRules = {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly due: Due;
};

/** In order of their instants; what the window moved to one instant stays in the order of the ladder. */
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

/** `notice`, `due`, otherwise kind and days; `d` marks calendar days. Must be unique within a policy. */
export function stepKey({
  kind,
  days,
  count,
}: Pick<StepPolicy, 'kind' | 'days' | 'count'>): string {
  if (kind === 'notice' || kind === 'due') return kind;
  return `${kind}-${Math.abs(days)}${count === 'calendar-days' ? 'd' : ''}`;
}

// Calendar days count from the same two working days, so that no chase can fall before the end of the due day.
function dayOf({ days, count }: StepPolicy, { due, calendar }: StepRules): Day {
  const anchor =
    days > 0 ? firstWorkdayOnOrAfter(due, calendar) : lastWorkdayOnOrBefore(due, calendar);
  if (count === 'calendar-days') return addDays(anchor, days);
  return days > 0 ? workdaysAfter(calendar, anchor, days) : workdaysBefore(calendar, anchor, -days);
}
