/** 工作群的话: dates and numbers, never a unit, a person, the plan or an address. */

import { isOutstanding, isOverdue, type Obligation } from '../../obligation/obligation.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Wording } from '../../plan/text-names.ts';
import type { Round } from '../../round/round.ts';
import { yearOf } from '../../time/dates-in-words.ts';
import type { Due } from '../../time/due.ts';
import { DAY, HOUR, type Instant, plus, type Zone } from '../../time/time.ts';
import { senderOf } from '../about.ts';
import { lineOf } from '../engine/frame.ts';
import type { Sender } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { grammarOf } from '../language/grammar-of.ts';
import type { Sample, SampleRound } from './situations.ts';
import { flag, number, text, type Variables, valuesOf } from './variables.ts';

type Said = { readonly facts: GroupFacts; readonly zone: Zone; readonly say: Grammar };

export const GROUP_TEXT: Variables<Said> = {
  period: text('报送期，如“2018年上半年”', 'the half-year', ({ facts, say }) =>
    say.period(facts.period),
  ),
  over: flag('截止时间已过', 'the due time is over', isOver),
  last_day: flag(
    '今天就是截止日',
    'today is the due day',
    (said) => !isOver(said) && said.zone.dayOf(said.facts.asOf) === said.facts.due.effective,
  ),
  due: text(
    '截止的时间，如“7月15日（周日）24时”',
    'day and time of the deadline',
    ({ facts: { due }, zone, say }) =>
      say.sms.closing(
        { nominalDue: due.nominal, effectiveDue: due.effective, dueAt: due.at },
        zone,
      ),
  ),
  time: text('截止的时刻，如“24时”', 'the time alone', ({ facts, zone, say }) =>
    say.sms.closingTime(facts.due.at, zone),
  ),
  was_due: text('应报的日期，如“7月15日”', 'the due day alone', ({ facts: { due }, say }) =>
    say.monthDay(due.nominal, yearOf(due.nominal)),
  ),
  moved_to: text(
    '按规定顺延至的日子，如“7月16日”；没有顺延则为空',
    'the day it was moved to by the rules; or empty',
    ({ facts: { due }, say }) =>
      due.effective > due.nominal ? say.monthDay(due.effective, yearOf(due.nominal)) : '',
  ),
  reported: number('已报单位数', 'how many units have reported', ({ facts }) => facts.reported),
  missing: number(
    '未报单位数，可能为 0',
    'how many are missing; may be 0',
    ({ facts }) => facts.missing,
  ),
  not_yet_due: number(
    '未报中另有期限、还没到期的单位数',
    'how many of the missing have a later date of their own',
    ({ facts }) => facts.notYetDue,
  ),
  phone: text('咨询电话', 'telephone for questions', ({ facts }) => facts.sender.phone),
  now: text('现在的时刻，如“10:30”“9时”', 'the time of day', ({ facts, zone, say }) =>
    say.clock(zone.timeOf(facts.asOf)),
  ),
};

function isOver({ facts }: Said): boolean {
  return facts.asOf > facts.due.at;
}

export type GroupFacts = {
  readonly sender: Sender;
  readonly period: string;
  readonly due: Due;
  readonly asOf: Instant;
  /** Units that have reported; the bureau's own part is not the group's business. */
  readonly reported: number;
  readonly missing: number;
  /** Of the missing those whose own date has not passed: an extension, or a return. */
  readonly notYetDue: number;
  readonly demonstration: boolean;
};

export function groupFactsOf(
  record: {
    readonly plan: Plan;
    readonly round: Pick<Round, 'period' | 'due'>;
    readonly obligations: readonly Pick<Obligation, 'state' | 'due' | 'own'>[];
    readonly demonstration: boolean;
  },
  asOf: Instant,
): GroupFacts {
  const { plan, round, demonstration } = record;
  const others = record.obligations.filter(({ own }) => !own);
  const missing = others.filter(({ state }) => isOutstanding(state));
  return {
    sender: senderOf(plan),
    period: round.period,
    due: round.due,
    asOf,
    reported: others.filter(({ state }) => state === 'submitted' || state === 'accepted').length,
    missing: missing.length,
    notYetDue: missing.filter((o) => !isOverdue(o, asOf)).length,
    demonstration,
  };
}

/** A text to paste into the bureau's work group: one paragraph, its signature first. */
export function groupText(wording: Wording, facts: GroupFacts, zone: Zone): string {
  const say = grammarOf(wording);
  const mark = facts.demonstration ? say.frame.mark : '';
  const words = lineOf(wording, 'group-text.robot', valuesOf(GROUP_TEXT, { facts, zone, say }));
  return `${say.frame.signed(facts.sender.signature)}${mark}${words}`;
}

/** Nobody has reported, some have, all that are missing have a later date, all have reported. */
const NUMBERS = [
  { reported: 0, missing: 12, notYetDue: 0 },
  { reported: 31, missing: 12, notYetDue: 2 },
  { reported: 31, missing: 2, notYetDue: 2 },
  { reported: 43, missing: 0, notYetDue: 0 },
];

export function* groupTextSamples({ plan, zone, period, dates }: SampleRound): Generator<Sample> {
  const { due } = dates;
  for (const asOf of [plus(due.at, -3 * DAY), plus(due.at, -HOUR), plus(due.at, DAY)]) {
    for (const numbers of NUMBERS) {
      const facts = { sender: senderOf(plan), period, due, asOf, ...numbers, demonstration: false };
      const words = () => ({ text: groupText(plan, facts, zone) });
      yield { name: 'group-text.robot', of: '工作群', words };
    }
  }
}
