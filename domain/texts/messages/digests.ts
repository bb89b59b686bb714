/** What the bureau's officers are told about a round: whom to call, and what became of the compilation. */

import type { MailText } from '../../delivery/message-text.ts';
import type { Obligation } from '../../obligation/obligation.ts';
import type { TextName, Wording } from '../../plan/text-names.ts';
import { countsOf } from '../../round/counts.ts';
import { yearOf } from '../../time/dates-in-words.ts';
import { DAY, plus, type Zone } from '../../time/time.ts';
import { senderOf } from '../about.ts';
import { mailOf, marked } from '../engine/frame.ts';
import type { DigestFacts, DigestTopic } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { LETTERHEAD, letterhead } from './letterhead.ts';
import { morningTopics, morningVariables } from './morning.ts';
import type { Sample, SampleRound } from './situations.ts';
import { flag, list, number, text, type Values } from './spec.ts';

type CallList = Extract<DigestTopic, { kind: 'call-list' }>;
type Compiled = Extract<DigestTopic, { kind: 'compiled' }>;

export const CALL_LIST = {
  ...LETTERHEAD,
  period: text('报送期，如“2018年上半年”', 'the half-year'),
  due: text('截止日，如“7月15日”', 'the due day'),
  as_of: text('截至何时，如“7月13日14:30”', 'the moment the list was made'),
  count: number('待致电的单位数，可能为 0', 'how many units to call; may be 0'),
  calls: list('每个单位一行', 'one entry for each unit', {
    unit: text('单位名称', 'the unit’s name'),
    liaison: text('联络员姓名，或“未登记”', 'name of the liaison'),
    phone: text('座机，或“未登记”', 'landline'),
    confirmed: flag('已签收', 'the notice was confirmed'),
    promised: text('承诺的日期；没有则为空', 'the day promised; or empty'),
  }),
} as const;

function callListVariables(
  facts: DigestFacts,
  { units }: CallList,
  zone: Zone,
  say: Grammar,
): Values<typeof CALL_LIST> {
  const year = yearOf(facts.nominalDue);
  return {
    ...letterhead(facts, zone, say),
    period: say.period(facts.period),
    due: say.monthDay(facts.nominalDue, year),
    as_of: say.dayAndClock(facts.asOf, zone, year),
    count: units.length,
    calls: units.map((each) => ({
      unit: each.unitName,
      liaison: each.liaison ?? say.unknown,
      phone: each.phone ?? say.unknown,
      confirmed: each.confirmedAt !== null,
      promised: each.promisedOn === null ? '' : say.monthDay(each.promisedOn, year),
    })),
  };
}

export const COMPILED = {
  ...LETTERHEAD,
  period: text('报送期，如“2018年上半年”', 'the half-year'),
  occasion: text(
    '为何生成：draft 初稿、compile-date 到汇总日、complete 报送齐全、stale 内容有变',
    'why it was made: draft, compile-date, complete or stale',
  ),
  version: number('第几版', 'which version'),
  compile_on: text('汇总日，如“7月30日”', 'the day of compiling'),
  owed: number('应报单位数', 'how many units owe a report'),
  reported: number('已报单位数', 'how many have reported'),
  late: number('其中迟报的单位数', 'how many of these were late'),
  waived: number('免报单位数', 'how many are waived'),
  missing: number('未报单位数', 'how many are missing'),
  changes: list('与上一版相比的变化，每条一行', 'what changed since the version before', {
    change: text('一条变化', 'one change'),
  }),
  missing_units: text('未报单位，已延期的注明新日期；没有则为空', 'the missing units; or empty'),
  late_units: text('迟报单位；没有则为空', 'the units that were late; or empty'),
} as const;

function compiledVariables(
  facts: DigestFacts,
  topic: Compiled,
  zone: Zone,
  say: Grammar,
): Values<typeof COMPILED> {
  const year = yearOf(facts.nominalDue);
  const { owed, reported, late, waived, missing } = topic.counts;
  return {
    ...letterhead(facts, zone, say),
    period: say.period(facts.period),
    occasion: topic.occasion,
    version: topic.version,
    compile_on: say.monthDay(facts.compileOn, year),
    owed,
    reported,
    late,
    waived,
    missing,
    changes: topic.changes.map((change) => ({ change })),
    missing_units: say.listed(topic.missing.map((each) => say.missingUnit(each, year))),
    late_units: say.listed(topic.late),
  };
}

/** What the bureau's officers are told about a round. */
export function renderDigest(wording: Wording, facts: DigestFacts, zone: Zone): MailText {
  const { name, values } = digestValues(facts, zone, grammarOf(wording));
  return marked(wording, facts.demonstration, mailOf(wording, name, values));
}

/** The template of a digest, and its values. */
export function digestValues(
  facts: DigestFacts,
  zone: Zone,
  say: Grammar,
): { readonly name: TextName; readonly values: object } {
  const { topic } = facts;
  switch (topic.kind) {
    case 'morning':
      return { name: 'morning.mail', values: morningVariables(facts, topic, zone, say) };
    case 'call-list':
      return { name: 'call-list.mail', values: callListVariables(facts, topic, zone, say) };
    case 'compiled':
      return { name: 'compiled.mail', values: compiledVariables(facts, topic, zone, say) };
  }
}

/** What goes to the bureau's own people: digests, tasks, and the codes by which anybody signs in. */
export function* digestSamples(round: SampleRound, all: Obligation[]): Generator<Sample> {
  const { plan, zone, period, dates } = round;
  const units = all.map(({ unitName }) => ({
    unitName,
    liaison: '张某',
    phone: null,
    confirmedAt: null,
    promisedOn: dates.due.nominal,
  }));
  const compiled = {
    kind: 'compiled' as const,
    version: 2,
    counts: countsOf(all, dates.compileAt),
    missing: all.map(({ unitName }) => ({ unitName, extendedUntil: dates.compileOn })),
    late: ['市农业局'],
    changes: ['市农业局报来第2版'],
  };
  const topics: DigestTopic[] = [
    { kind: 'call-list', units },
    { kind: 'call-list', units: [] },
    ...(['draft', 'compile-date', 'complete', 'stale'] as const).flatMap((occasion) => [
      { ...compiled, occasion },
      { ...compiled, occasion, missing: [], late: [], changes: [] },
    ]),
  ];
  const morning = morningTopics(round, all);
  const mornings = [dates.opensAt, dates.due.at, dates.compileAt, plus(dates.compileAt, DAY)];
  const told = [
    ...topics.map((topic) => ({ topic, asOf: dates.compileAt })),
    ...mornings.flatMap((asOf) => morning.map((topic) => ({ topic, asOf }))),
  ];
  for (const each of told) {
    const facts = {
      sender: senderOf(plan),
      period,
      nominalDue: dates.due.nominal,
      compileOn: dates.compileOn,
      ...each,
      demonstration: false,
    };
    const name = `${each.topic.kind}.mail` as const;
    yield { name, of: plan.bureau.name, words: () => renderDigest(plan, facts, zone) };
  }
}
