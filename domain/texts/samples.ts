/**
 * Samples of every text of a plan: for one unit of each shape in every situation, and for every unit in one situation of each
 * kind.
 */

import { type Obligation, roundId } from '../obligation/obligation.ts';
import type { Plan } from '../plan/plan.ts';
import type { Slot } from '../plan/policy.ts';
import type { TextName } from '../plan/text-names.ts';
import { newObligations } from '../round/new-obligations.ts';
import { roundDates } from '../round/round-dates.ts';
import { isFirstHalf } from '../time/dates-in-words.ts';
import { nominalDue, type Period, periodsOfPlan } from '../time/period.ts';
import type { Zone } from '../time/time.ts';
import type { WorkCalendar } from '../time/workdays.ts';
import { senderOf } from './about.ts';
import type { MessageFacts } from './facts.ts';
import { codeSamples } from './messages/code.ts';
import { contactCheckSamples } from './messages/contact-check.ts';
import { digestSamples } from './messages/digests.ts';
import { groupTextSamples } from './messages/group-text.ts';
import {
  type Sample,
  type SampleRound,
  type Situation,
  situationsOf,
} from './messages/situations.ts';
import { taskSamples } from './messages/tasks.ts';
import { renderLetter, renderMail, renderSlip, renderSms } from './messages/unit-message.ts';

type Rules = { readonly plan: Plan; readonly calendar: WorkCalendar; readonly zone: Zone };

/** For a first and a second half-year. The plan's templates must have passed checkTemplate. */
export function* samplesOf(rules: Rules): Generator<Sample> {
  const periods = periodsOfPlan(rules.plan);
  const half = (first: boolean) =>
    periods.filter((each) => isFirstHalf(each) === first).slice(0, 1);
  yield* codeSamples(rules.plan);
  const seen = new Set<string>();
  for (const period of [...half(true), ...half(false)]) yield* roundSamples(rules, period, seen);
}

/** @param seen codes of units that already have samples of each kind, from another half-year */
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
    // An SMS names no unit, so one unit of each wording is enough.
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

/** Decides which parts of a mail a unit gets; the rest are names and numbers. */
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

/** The messages and documents about some units in one situation. */
function* mailSamples(
  round: SampleRound,
  situation: Situation,
  units: Obligation[],
): Generator<Sample> {
  const { plan, zone } = round;
  const { kind } = situation;
  yield mailSample(round, situation, units, 'liaison');
  yield mailSample(round, situation, units, 'deputy');
  if (kind === 'supervise') yield mailSample(round, situation, units, 'office');
  const document = DOCUMENTS[kind];
  if (document === undefined) return;
  const facts = factsOf(round, situation, units, document.slot);
  const of = namesOf(units);
  yield { name: document.name, of, words: () => document.render(plan, facts, zone) };
}

const DOCUMENTS: {
  readonly [Kind in MessageFacts['kind']]?: {
    readonly name: TextName;
    readonly slot: Slot;
    readonly render: typeof renderLetter;
  };
} = {
  press: { name: 'press.letter', slot: 'leader', render: renderLetter },
  supervise: { name: 'supervise.slip', slot: 'office', render: renderSlip },
};

function mailSample(
  round: SampleRound,
  situation: Situation,
  units: Obligation[],
  slot: Slot,
): Sample {
  const name = slot === 'office' ? 'supervise-cover.mail' : (`${situation.kind}.mail` as const);
  const words = () => renderMail(round.plan, factsOf(round, situation, units, slot), round.zone);
  return { name, of: namesOf(units), words };
}

function* smsSamples(
  round: SampleRound,
  situation: Situation,
  units: Obligation[],
): Generator<Sample> {
  const of = units.map(({ unitName }) => unitName).join('、');
  const words = () =>
    renderSms(round.plan, factsOf(round, situation, units, 'liaison'), round.zone);
  yield { name: `${situation.kind}.sms`, of, words };
}

const factsOf = (
  { plan }: SampleRound,
  { kind, asOf, about }: Situation,
  units: readonly Obligation[],
  slot: Slot,
): MessageFacts => ({
  kind,
  step: kind,
  sender: senderOf(plan),
  person: { name: slot === 'liaison' ? '张某' : '', slot },
  about: units.map(about),
  asOf,
  demonstration: false,
});

const namesOf = (units: readonly Obligation[]): string =>
  units.map(({ unitName }) => unitName).join('、');

/** Groups of units with one liaison, who gets one message about them; and a pair with different wordings, which a roster may have later. */
function mergedUnits({ contacts, policy }: Plan, units: readonly Obligation[]): Obligation[][] {
  const owned = new Map<string, Obligation[]>();
  const byCode = new Map(units.map((unit) => [unit.unit, unit]));
  for (const { unit, role, email } of contacts) {
    const obligation = byCode.get(unit);
    if (role !== 'liaison' || email === null || obligation === undefined) continue;
    const key = email.toLowerCase();
    owned.set(key, [...(owned.get(key) ?? []), obligation]);
  }
  const shared = [...owned.values()].filter((group) => group.length > 1);
  const asked = (wording: 'order' | 'request') =>
    units.filter(({ unitClass }) => policy.classes[unitClass].wording === wording).slice(0, 1);
  const pair = [...asked('order'), ...asked('request')];
  return [...shared, ...(pair.length > 1 ? [pair] : [])];
}
