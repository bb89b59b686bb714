/** What every mail to a unit may name, whatever its kind; and the parts that several kinds share. */

import type { Zone } from '../../time/time.ts';
import { isRequest } from '../done-before.ts';
import { dueDay, dueYear, isPastDue } from '../due-day.ts';
import { NEW_LINE } from '../engine/layout.ts';
import type { About, MessageFacts } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { LETTERHEAD, letterhead } from './letterhead.ts';
import { flag, list, text, type Values } from './spec.ts';

/** What the variables of a message are made from. */
export type Asked = {
  readonly facts: MessageFacts;
  readonly zone: Zone;
  readonly say: Grammar;
};

export const MESSAGE = {
  ...LETTERHEAD,
  addressees: text('主送单位，几个单位用顿号连接', 'the units it is addressed to'),
  you: text(
    '对收件单位的称呼：贵局、贵镇；几个单位时为“贵单位”',
    'how the reader is addressed, “your unit”',
  ),
  please: text(
    '“请”；对只能商请的单位为“商请”',
    '“please”, or “kindly” to those who can only be asked',
  ),
  is_request: flag(
    '对方是否只能商请（policy.classes 的 request）',
    'to a unit that can only be asked',
  ),
  several: flag('是否同时涉及几个单位', 'about several units at once'),
  periods: text('报送期，如“2018年上半年”', 'the half-year, or both'),
  report: text('材料名称，如“2018年上半年普惠金融工作落实情况”', 'name of the report'),
  due: text(
    '截止日“7月15日”；几个单位日期不同或已经过期时为空',
    'the due day; empty when it differs between units or is over',
  ),
  to_deputy: flag('收件人是否为副联络员', 'the reader is a deputy'),
} as const;

export function message({ facts, zone, say }: Asked): Values<typeof MESSAGE> {
  const { about, sender } = facts;
  const [only] = new Set(about.map((each) => say.you(each.unitName)));
  const periods = periodsOf(facts, say);
  return {
    ...letterhead(facts, zone, say),
    addressees: say.listed(about.map((each) => each.addressee)),
    you: about.length === 1 && only !== undefined ? only : say.youAll,
    please: say.please(isRequest(facts)),
    is_request: isRequest(facts),
    several: about.length > 1,
    periods,
    report: say.report(periods, sender.subject),
    due: commonDue(facts, say),
    to_deputy: facts.person.slot === 'deputy',
  };
}

export const periodsOf = ({ about }: MessageFacts, say: Grammar): string =>
  say.listed([...new Set(about.map((each) => say.period(each.period)))]);

/** When one date, still ahead, holds for the whole message; otherwise nothing. */
function commonDue({ about, asOf }: MessageFacts, say: Grammar): string {
  if (about.some((each) => isPastDue(each, asOf))) return '';
  const [only, ...others] = new Set(about.map((each) => say.monthDay(dueDay(each), dueYear(each))));
  return only !== undefined && others.length === 0 ? only : '';
}

/** The parts of `units` that every kind has. */
export const UNIT = {
  lead: text(
    '几个单位时为换行和“单位名：”，一个单位时为空',
    'a new line and the unit’s name when there are several, otherwise empty',
  ),
  name: text('单位名称', 'the unit’s name'),
  you: text('对这个单位的称呼，如“贵局”', 'how this unit is addressed'),
} as const;

export const unit = (
  about: About,
  { about: all }: MessageFacts,
  say: Grammar,
): Values<typeof UNIT> => ({
  lead: all.length === 1 ? '' : `${NEW_LINE}${say.lead(about.unitName)}`,
  name: about.unitName,
  you: say.you(about.unitName),
});

/** By when, once for the whole message where all its units are due alike. */
const DATE = {
  lead: text(
    '各单位日期不同时为换行和“单位名：”，否则为空',
    'a new line and the unit’s name when dates differ',
  ),
  when: text(
    '“于7月15日（星期日，含当日）24:00前”；已过期为“尽快”',
    '“by …”, or “as soon as possible” once it is over',
  ),
  notes: text(
    '以“；”开头的说明：已延期、按规定顺延；没有则为空',
    'what moved the date, after a semicolon; or empty',
  ),
} as const;

export const DATES = list(
  '报送时间，各单位相同时只有一行',
  'by when; one entry when all are due alike',
  DATE,
);

export const dates = ({ facts, zone, say }: Asked): Values<typeof DATE>[] =>
  onceIfAlike(facts, say, (about) => ({
    when: say.when(about, facts.asOf, zone),
    notes: isPastDue(about, facts.asOf) ? '' : say.notes(about, zone),
  }));

/** One entry without a lead when it is the same for all units, otherwise one for each. */
export function onceIfAlike<Entry extends object>(
  facts: MessageFacts,
  say: Grammar,
  entryOf: (about: About) => Entry,
): (Entry & { readonly lead: string })[] {
  const entries = facts.about.map((about) => ({ about, entry: entryOf(about) }));
  const [first] = entries;
  const alike = new Set(entries.map(({ entry }) => JSON.stringify(entry))).size === 1;
  return alike && first
    ? [{ lead: '', ...first.entry }]
    : entries.map(({ about, entry }) => ({ lead: unit(about, facts, say).lead, ...entry }));
}
