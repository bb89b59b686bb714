/**
 * Every text of a plan before it is sent: for one unit of each shape in every situation, and for every unit in one
 * situation of each kind.
 */

import { type Obligation, roundId } from '../obligation/obligation.ts';
import type { Plan } from '../plan/plan.ts';
import { newObligations } from '../round/new-obligations.ts';
import { roundDates } from '../round-dates.ts';
import { isFirstHalf } from '../time/dates-in-words.ts';
import { nominalDue, type Period, periodsOfPlan } from '../time/period.ts';
import type { Zone } from '../time/time.ts';
import type { WorkCalendar } from '../time/workdays.ts';
import { type Situation, situationsOf } from './messages/situations.ts';
import { codeSamples, digestSamples, taskSamples } from './samples/bureau-samples.ts';
import { contactCheckSamples } from './samples/contact-check-samples.ts';
import { groupTextSamples } from './samples/group-text-samples.ts';
import { mergedUnits } from './samples/merged-units.ts';
import { mailSample, mailSamples, smsSamples } from './samples/message-samples.ts';
import type { Sample } from './samples/sample.ts';

type Rules = { readonly plan: Plan; readonly calendar: WorkCalendar; readonly zone: Zone };

/** Of a first and a second half-year. The plan's templates have to be without a fault in themselves. */
export function* samplesOf(rules: Rules): Generator<Sample> {
  const periods = periodsOfPlan(rules.plan);
  const half = (first: boolean) =>
    periods.filter((each) => isFirstHalf(each) === first).slice(0, 1);
  yield* codeSamples(rules.plan);
  const seen = new Set<string>();
  for (const period of [...half(true), ...half(false)]) yield* roundSamples(rules, period, seen);
}

/** @param seen codes of units that had their samples of each kind in another half-year */
function* roundSamples(rules: Rules, period: Period, seen: Set<string>): Generator<Sample> {
  const { plan } = rules;
  const dates = roundDates(rules, nominalDue(period, plan.deadlines));
  const round = { ...rules, period, dates };
  const all = newObligations(plan, { id: roundId(plan.id, period), period, due: dates.due });
  const units = all.filter(({ own }) => !own);
  const groups = [...oneOfEach(units, shapeIn(plan)), ...mergedUnits(plan, units)];
  const asked = [...oneOfEach(units, wordingIn(plan)), ...mergedUnits(plan, units)];
  for (const situation of situationsOf(round)) {
    for (const group of groups) yield* mailSamples(round, situation, group);
    // An SMS names no unit, so one of those that are asked alike stands for all.
    for (const group of asked) yield* smsSamples(round, situation, group);
  }
  const unseen = units.filter(({ unit }) => !seen.has(unit));
  for (const situation of oneOfEachKind(situationsOf(round))) {
    for (const unit of unseen) yield mailSample(round, situation, [unit], 'liaison');
  }
  yield* contactCheckSamples(round, [...groups, ...unseen.map((unit) => [unit])]);
  for (const { unit } of unseen) seen.add(unit);
  yield* digestSamples(round, all);
  yield* groupTextSamples(round);
  yield* taskSamples(round, units);
}

const wordingIn =
  ({ policy }: Plan) =>
  ({ unitClass }: Obligation): string =>
    policy.classes[unitClass].wording;

/** What decides which parts of a mail a unit gets; the rest are names and numbers. */
const shapeIn =
  (plan: Plan) =>
  (unit: Obligation): string =>
    [
      wordingIn(plan)(unit),
      unit.unitKind,
      unit.items.length > 0,
      unit.optionalItems.length > 0,
    ].join();

function oneOfEach(
  units: readonly Obligation[],
  alike: (unit: Obligation) => string,
): Obligation[][] {
  const first = new Map(units.toReversed().map((unit) => [alike(unit), unit]));
  return [...first.values()].map((unit) => [unit]);
}

const oneOfEachKind = (situations: readonly Situation[]): Situation[] => [
  ...new Map(situations.toReversed().map((each) => [each.kind, each])).values(),
];
