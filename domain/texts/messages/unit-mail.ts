/** Variables of all mails to units, and those that several kinds share. */

import type { Zone } from '../../time/time.ts';
import { isRequest } from '../done-before.ts';
import { dueDay, dueYear, isPastDue } from '../due-day.ts';
import { NEW_LINE } from '../engine/layout.ts';
import type { About, MessageFacts } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { LETTERHEAD } from './letterhead.ts';
import { flag, list, text, type Values, type Variable, type Variables } from './variables.ts';

/** What the variables of a message are made from. */
export type Asked = {
  readonly facts: MessageFacts;
  readonly zone: Zone;
  readonly say: Grammar;
};

/** The same about one of its units. */
export type AskedUnit = Asked & { readonly about: About };

export const MESSAGE: Variables<Asked> = {
  ...LETTERHEAD,
  addressees: text(
    '主送单位，几个单位用顿号连接',
    'the units it is addressed to',
    ({ facts, say }) => say.listed(facts.about.map((each) => each.addressee)),
  ),
  you: text(
    '对收件单位的称呼：贵局、贵镇；几个单位时为“贵单位”',
    'how the reader is addressed, “your unit”',
    ({ facts, say }) => {
      const [only, ...others] = facts.about;
      return only && others.length === 0 ? say.you(only.unitName) : say.youAll;
    },
  ),
  please: text(
    '“请”；对只能商请的单位为“商请”',
    '“please”, or “kindly” to those who can only be asked',
    ({ facts, say }) => say.please(isRequest(facts)),
  ),
  is_request: flag(
    '对方是否只能商请（policy.classes 的 request）',
    'to a unit that can only be asked',
    ({ facts }) => isRequest(facts),
  ),
  several: flag(
    '是否同时涉及几个单位',
    'about several units at once',
    ({ facts }) => facts.about.length > 1,
  ),
  periods: text('报送期，如“2018年上半年”', 'the half-year, or both', periodsOf),
  report: text('材料名称，如“2018年上半年普惠金融工作落实情况”', 'name of the report', (asked) =>
    asked.say.report(periodsOf(asked), asked.facts.sender.subject),
  ),
  due: text(
    '截止日“7月15日”；几个单位日期不同或已经过期时为空',
    'the due day; empty when it differs between units or is over',
    commonDue,
  ),
  to_deputy: flag(
    '收件人是否为副联络员',
    'the reader is a deputy',
    ({ facts }) => facts.person.slot === 'deputy',
  ),
};

export function periodsOf({ facts, say }: Asked): string {
  return say.listed([...new Set(facts.about.map((each) => say.period(each.period)))]);
}

function commonDue({ facts: { about, asOf }, say }: Asked): string {
  if (about.some((each) => isPastDue(each, asOf))) return '';
  const [only, ...others] = new Set(about.map((each) => say.monthDay(dueDay(each), dueYear(each))));
  return only !== undefined && others.length === 0 ? only : '';
}

/** The variable `units`: one entry for each unit. @param fields those of this kind of message */
export const unitsWith = (fields: Variables<AskedUnit>): Variable<Asked> =>
  list('每个单位一行', 'one entry for each unit', eachUnit, { ...UNIT, ...fields });

const eachUnit = (asked: Asked): AskedUnit[] =>
  asked.facts.about.map((about) => ({ ...asked, about }));

const UNIT: Variables<AskedUnit> = {
  lead: text(
    '几个单位时为换行和“单位名：”，一个单位时为空',
    'a new line and the unit’s name when there are several, otherwise empty',
    leadOf,
  ),
  name: text('单位名称', 'the unit’s name', ({ about }) => about.unitName),
  you: text('对这个单位的称呼，如“贵局”', 'how this unit is addressed', ({ about, say }) =>
    say.you(about.unitName),
  ),
};

function leadOf({ facts, about, say }: AskedUnit): string {
  return facts.about.length === 1 ? '' : `${NEW_LINE}${say.lead(about.unitName)}`;
}

/** The variable `dates`: one entry for each unit, or a single one without a lead when all units have the same. */
export function datesWith(fields: Variables<AskedUnit>): Variable<Asked> {
  const dates = list<Asked, AskedUnit>(
    '报送时间，各单位相同时只有一行',
    'by when; one entry when all are due alike',
    eachUnit,
    {
      lead: text(
        '各单位日期不同时为换行和“单位名：”，否则为空',
        'a new line and the unit’s name when dates differ',
        leadOf,
      ),
      ...fields,
    },
  );
  return { ...dates, value: (asked) => onceIfAlike(dates.value(asked)) };
}

function onceIfAlike(entries: readonly Values[]): readonly Values[] {
  const [first, ...others] = entries.map((entry) => ({ ...entry, lead: '' }));
  const alike = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return first && alike ? [first] : entries;
}

export const DATES = datesWith({
  when: text(
    '“于7月15日（星期日，含当日）24:00前”；已过期为“尽快”',
    '“by …”, or “as soon as possible” once it is over',
    ({ about, facts, zone, say }) => say.when(about, facts.asOf, zone),
  ),
  notes: text(
    '以“；”开头的说明：已延期、按规定顺延；没有则为空',
    'what moved the date, after a semicolon; or empty',
    ({ about, facts, zone, say }) => (isPastDue(about, facts.asOf) ? '' : say.notes(about, zone)),
  ),
});

export const WAYS = text<Asked>('报送方式', 'ways to report', ({ facts, zone, say }) =>
  say.waysAgain(facts, zone),
);

export const MISSING = text<AskedUnit>(
  '还没收到的内容，如“贵局牵头的第9、15项2018年上半年落实情况”',
  'what has not come yet',
  ({ about, say }) => say.missing(about),
);

export const WAS_DUE = text<AskedUnit>(
  '应报的日期，如“7月15日（按规定顺延至7月16日）”',
  'the day that was missed',
  ({ about, say }) => say.wasDue(about),
);

export const REASON = text<AskedUnit>(
  '退回时要求补充的内容；没有退回则为空',
  'what a return asks for; or empty',
  whyReturned,
);

export function whyReturned({ about: { returned }, say }: AskedUnit): string {
  return returned === null ? '' : say.clause(returned.reason);
}
