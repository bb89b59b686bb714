/**
 * By when a report is due, in words. The nominal date (the 15th) is printed first, because it is the one the plan
 * states; where lateness is judged by a later day, that is explained after it. Rules 1 and 12 of the field.
 */
import type { About, MessageFacts } from '../facts.ts';
import type { Day, Instant, Zone } from '../time.ts';
import { firstOf, forEachUnit, please } from './address.ts';
import { closingTime, dayWithShortWeekday, dayWithWeekday, monthDay, yearOf } from './dates.ts';

/** The day to print: the nominal one, unless lateness is judged by an earlier one. */
export function dueDay({ nominalDue, effectiveDue }: About): Day {
  const broughtForward = effectiveDue < nominalDue;
  return broughtForward ? effectiveDue : nominalDue;
}

/** The year that dates in the text need not repeat. */
export const dueYear = (about: About): string => yearOf(about.nominalDue);

/** 7月15日（星期日，含当日）24:00 */
export function closing(about: About, zone: Zone): string {
  const time = closingTime(about.dueAt, zone);
  const day = dayWithWeekday(dueDay(about), dueYear(about));
  return `${time === '24:00' ? day.replace('）', '，含当日）') : day}${time}`;
}

/** 7月15日（星期日，含当日）24:00前 */
export const byWhen = (about: About, zone: Zone): string => `${closing(about, zone)}前`;

/** 7月15日（周日）24时, for an SMS. */
export const closingShort = (about: About, zone: Zone): string =>
  `${dayWithShortWeekday(dueDay(about), dueYear(about))}${closingTimeShort(about, zone)}`;

/** 于7月15日（周日）24时前, for an SMS; 尽快 once that is over. */
export const byWhenShort = (about: About, asOf: Instant, zone: Zone): string =>
  isOver(about, asOf) ? '尽快' : `于${closingShort(about, zone)}前`;

/** 24时 */
export const closingTimeShort = (about: About, zone: Zone): string =>
  closingTime(about.dueAt, zone).replace(':00', '时');

/** 7月15日（星期日，含当日）24:00前；按规定顺延，… with every clause a liaison must know, without 。 */
export const deadline = (about: About, zone: Zone): string =>
  [byWhen(about, zone), ...explained(about, zone)].join('；');

/** Also a notice of a round opened late, or a reminder by hand, may come after the due instant. */
export const isOver = (about: About, asOf: Instant): boolean => asOf > about.dueAt;

/** 请于…前报送。 for the whole message: once when all its obligations are due alike, otherwise for each unit. */
export function askByWhen(facts: MessageFacts, zone: Zone): string {
  const sentence = (about: About) => {
    if (isOver(about, facts.asOf)) return `${please(facts)}尽快报送。`;
    const clauses = [`${please(facts)}于${byWhen(about, zone)}报送`, ...explained(about, zone)];
    return `${clauses.join('；')}。`;
  };
  return onceIfAlike(facts, sentence);
}

/** The sentence once when it is the same for all obligations, otherwise one for each unit. */
export function onceIfAlike(facts: MessageFacts, sentence: (about: About) => string): string {
  const sentences = new Set(facts.about.map(sentence));
  const [only] = sentences;
  return sentences.size === 1 && only !== undefined ? only : forEachUnit(facts, sentence);
}

/** 7月15日 in the words given, when one date, still ahead, holds for the whole message; otherwise nothing. */
export function commonDate(facts: MessageFacts, words: (day: string) => string): string {
  const days = new Set(facts.about.map((each) => monthDay(dueDay(each), dueYear(each))));
  const [only] = days;
  if (facts.about.some((each) => isOver(each, facts.asOf))) return '';
  return days.size === 1 && only !== undefined ? words(only) : '';
}

/** The obligation that is due first: an SMS has room for one date only. */
export const earliest = (facts: MessageFacts): About =>
  facts.about.reduce((first, each) => (each.dueAt < first.dueAt ? each : first), firstOf(facts));

/** 应于7月15日（按规定顺延至7月16日）前报送: what a missed date was. */
export function wasDue(about: About): string {
  const year = dueYear(about);
  const notes = [
    granted(about),
    about.effectiveDue > about.nominalDue
      ? `按规定顺延至${monthDay(about.effectiveDue, year)}`
      : '',
  ].filter((note) => note !== '');
  const moved = notes.length === 0 ? '' : `（${notes.join('，')}）`;
  return `应于${monthDay(dueDay(about), year)}${moved}前报送`;
}

function explained(about: About, zone: Zone): string[] {
  return [granted(about), movedByRest(about, zone)].filter((clause) => clause !== '');
}

function granted({ extended, nominalDue }: About): string {
  if (extended?.until !== nominalDue || extended.previous >= nominalDue) return '';
  return `已延期，原定${monthDay(extended.previous, yearOf(nominalDue))}`;
}

/** 按规定顺延，7月16日（星期一）24:00前收到均算按期 where the due date is no working day. */
export function movedByRest(about: About, zone: Zone): string {
  const year = dueYear(about);
  if (about.effectiveDue < about.nominalDue) {
    return `原定${monthDay(about.nominalDue, year)}，按规定提前`;
  }
  if (about.effectiveDue === about.nominalDue) return '';
  const effective = dayWithWeekday(about.effectiveDue, year);
  return `按规定顺延，${effective}${closingTime(about.dueAt, zone)}前收到均算按期`;
}
