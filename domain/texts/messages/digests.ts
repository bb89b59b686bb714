/** Digests for the bureau's officers: the list of units to call, and compiled versions. */

import type { MailText } from '../../delivery/message-text.ts';
import type { Obligation } from '../../obligation/obligation.ts';
import type { Wording } from '../../plan/text-names.ts';
import { countsOf } from '../../round/counts.ts';
import { DAY, plus, type Zone } from '../../time/time.ts';
import { senderOf } from '../about.ts';
import { mailOf, marked } from '../engine/frame.ts';
import type { DigestFacts, DigestTopic } from '../facts.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { LETTERHEAD } from './letterhead.ts';
import { COUNTS, MORNING, morningTopics, type Told, yearIn } from './morning.ts';
import type { Sample, SampleRound } from './situations.ts';
import { flag, list, number, text, type Values, type Variables, valuesOf } from './variables.ts';

type CallList = Extract<DigestTopic, { kind: 'call-list' }>;
type Compiled = Extract<DigestTopic, { kind: 'compiled' }>;

export const CALL_LIST: Variables<Told<CallList>> = {
  ...LETTERHEAD,
  period: text('报送期，如“2018年上半年”', 'the half-year', ({ facts, say }) =>
    say.period(facts.period),
  ),
  due: text('截止日，如“7月15日”', 'the due day', (told) =>
    told.say.monthDay(told.facts.nominalDue, yearIn(told)),
  ),
  as_of: text('截至何时，如“7月13日14:30”', 'the moment the list was made', (told) =>
    told.say.dayAndClock(told.facts.asOf, told.zone, yearIn(told)),
  ),
  count: number(
    '待致电的单位数，可能为 0',
    'how many units to call; may be 0',
    ({ topic }) => topic.units.length,
  ),
  calls: list(
    '每个单位一行',
    'one entry for each unit',
    (told: Told<CallList>) => told.topic.units.map((unit) => ({ ...told, unit })),
    {
      unit: text('单位名称', 'the unit’s name', ({ unit }) => unit.unitName),
      liaison: text(
        '联络员姓名，或“未登记”',
        'name of the liaison',
        ({ unit, say }) => unit.liaison ?? say.unknown,
      ),
      phone: text('座机，或“未登记”', 'landline', ({ unit, say }) => unit.phone ?? say.unknown),
      confirmed: flag(
        '已签收',
        'the notice was confirmed',
        ({ unit }) => unit.confirmedAt !== null,
      ),
      promised: text('承诺的日期；没有则为空', 'the day promised; or empty', (told) => {
        const { promisedOn } = told.unit;
        return promisedOn === null ? '' : told.say.monthDay(promisedOn, yearIn(told));
      }),
    },
  ),
};

export const COMPILED: Variables<Told<Compiled>> = {
  ...LETTERHEAD,
  period: text('报送期，如“2018年上半年”', 'the half-year', ({ facts, say }) =>
    say.period(facts.period),
  ),
  occasion: text(
    '为何生成：draft 初稿、compile-date 到汇总日、complete 报送齐全、stale 内容有变',
    'why it was made: draft, compile-date, complete or stale',
    ({ topic }) => topic.occasion,
  ),
  version: number('第几版', 'which version', ({ topic }) => topic.version),
  compile_on: text('汇总日，如“7月30日”', 'the day of compiling', (told) =>
    told.say.monthDay(told.facts.compileOn, yearIn(told)),
  ),
  ...COUNTS,
  changes: list(
    '与上一版相比的变化，每条一行',
    'what changed since the version before',
    ({ topic }: Told<Compiled>) => topic.changes,
    { change: text('一条变化', 'one change', (change: string) => change) },
  ),
  missing_units: text(
    '未报单位，已延期的注明新日期；没有则为空',
    'the missing units; or empty',
    (told) =>
      told.say.listed(told.topic.missing.map((unit) => told.say.missingUnit(unit, yearIn(told)))),
  ),
  late_units: text('迟报单位；没有则为空', 'the units that were late; or empty', ({ topic, say }) =>
    say.listed(topic.late),
  ),
};

export function renderDigest(wording: Wording, facts: DigestFacts, zone: Zone): MailText {
  const { topic } = facts;
  const told = { facts, zone, say: grammarOf(wording) };
  const mail = mailOf(wording, `${topic.kind}.mail`, valuesOfTopic(topic, told));
  return marked(wording, facts.demonstration, mail);
}

function valuesOfTopic(topic: DigestTopic, told: Omit<Told<DigestTopic>, 'topic'>): Values {
  switch (topic.kind) {
    case 'morning':
      return valuesOf(MORNING, { ...told, topic });
    case 'call-list':
      return valuesOf(CALL_LIST, { ...told, topic });
    case 'compiled':
      return valuesOf(COMPILED, { ...told, topic });
  }
}

/** Every digest: a full one and an empty one of each kind. */
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
