/**
 * The days on which the bureau is told of its own accord: a digest each working morning, and the text for its work
 * group. What a day has missed is not made up for on another: an outage of a week leaves one mail, never five.
 */

import { placeSteps, type StepRules } from '../ladder/place-steps.ts';
import type { StepPolicy } from '../plan/policy.ts';
import type { Due } from '../time/due.ts';
import type { Day, Instant } from '../time/time.ts';
import { addDays, workdayOnOrAfter } from '../time/workdays.ts';

type Rules = Omit<StepRules, 'due'>;

export type Kept = {
  /** When the round opened; what lay before that is not owed. */
  readonly since: Instant | null;
  /** The last day that was decided, whatever came of it. */
  readonly doneOn: Day | null;
};

/** The moment that is due and still to be kept today, or the next one to wait for; null when the policy has no digest. */
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

/** The same for the text of the work group; null when no day of it is left. @param due the round's own */
export const nextGroupText = (rules: Rules, due: Due, kept: Kept, now: Instant): Instant | null =>
  nextToKeep(rules, groupMoments(rules, due), kept, now);

/** The due day, and each day of 催报, at the moments at which the units are written to. */
export function groupMoments(rules: Rules, due: Due): Instant[] {
  const steps = rules.policy.steps.filter(({ kind }) => kind === 'due' || kind === 'chase');
  return placeSteps(steps.flatMap(repeated), { ...rules, due }).map(({ at }) => at);
}

/** After so many the group has heard it often enough. */
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

/** Of a working day's send window. After it a message would leave on another day, and speak of this one. */
function endOfDay({ policy, zone }: Rules, on: Day): Instant {
  const last = policy.window.at(-1);
  if (last === undefined) throw new Error('a send window needs at least one part');
  return zone.at(on, last.to);
}
