/** How things stand with a report that is overdue: what was due, what was done about it, what the unit said. */
import type { About, MessageFacts, Sender } from '../facts.ts';
import type { Day, Instant, Zone } from '../time.ts';
import { firstOf, honorific, isRequest, ourselves } from './address.ts';
import { dayWithWeekday, monthDay } from './dates.ts';
import { dueYear, wasDue } from './deadline.ts';
import { soFar } from './history.ts';
import { stillToMend, whatIsMissing } from './ways.ts';

/** 贵局牵头的第…项2018年上半年落实情况应于7月15日前报送。我局…，截至17日10:30尚未收到。 */
export function situation(about: About, sender: Sender, asOf: Instant, zone: Zone): string {
  const voice = { us: ourselves(sender.bureau), them: honorific(about.unitName) };
  return [
    `${whatIsMissing(about)}${wasDue(about)}。`,
    `${soFar(about, asOf, zone, voice)}尚未收到。`,
    stillToMend(about),
    promised(about),
  ].join('');
}

/** 请于7月20日（星期五）下班前报送；确有困难的，…; without a date when the record gives none that is still ahead. */
export function makeGood(about: About, please: string, today: Day): string {
  const by = about.makeGoodBy;
  if (by === null || by < today) {
    return `${please}尽快报送；确有困难的，请来电说明原因和预计报送时间。`;
  }
  const date = dayWithWeekday(by, dueYear(about));
  return `${please}于${date}下班前报送；确有困难的，请在此之前告知原因和预计报送时间。`;
}

/** 我局拟于7月30日汇总…; nothing when that day is over. */
export function compiling(facts: MessageFacts, today: Day): string {
  const { sender } = facts;
  const about = firstOf(facts);
  if (about.compileOn < today) return '';
  const day = monthDay(about.compileOn, dueYear(about));
  return `${ourselves(sender.bureau)}拟于${day}汇总上报${sender.authority}${isRequest(facts) ? '' : '，届时将如实反映各单位报送情况'}。`;
}

const promised = (about: About): string =>
  about.promisedOn === null
    ? ''
    : `${honorific(about.unitName)}此前答复预计于${monthDay(about.promisedOn, dueYear(about))}报送。`;
