/**
 * By when a report is due, in words. The nominal date (the 15th) is printed first, because it is the one the plan
 * states; where lateness is judged by a later day, that is explained after it. Rules 1 and 12 of the field.
 */

import { closingTime, daysBetween, dayWithWeekday, monthDay } from '../../time/dates-in-words.ts';
import type { Instant, Zone } from '../../time/time.ts';
import { dueDay, dueYear, extendedFrom, isOver } from '../due-day.ts';
import type { About } from '../facts.ts';

/** 7月15日（星期日，含当日）24:00 */
export function closing(about: About, zone: Zone): string {
  const time = closingTime(about.dueAt, zone);
  const day = dayWithWeekday(dueDay(about), dueYear(about));
  return `${time === '24:00' ? day.replace('）', '，含当日）') : day}${time}`;
}

/** 7月15日（星期日，含当日）24:00前 */
export const byWhen = (about: About, zone: Zone): string => `${closing(about, zone)}前`;

/** 于7月15日（星期日，含当日）24:00前; 尽快 once that is over. */
export const when = (about: About, asOf: Instant, zone: Zone): string =>
  isOver(about, asOf) ? '尽快' : `于${byWhen(about, zone)}`;

/** 7月15日（星期日，含当日）24:00前；按规定顺延，… with every clause a liaison must know, without 。 */
export const deadline = (about: About, zone: Zone): string =>
  `${byWhen(about, zone)}${notes(about, zone)}`;

/** ；已延期，…；按规定顺延，… */
export const notes = (about: About, zone: Zone): string =>
  `${granted(about)}${movedByRest(about, zone)}`;

/** 7月15日（按规定顺延至7月16日）: what a missed date was. */
export function wasDue(about: About): string {
  const year = dueYear(about);
  const moved = [
    granted(about).slice(1),
    about.effectiveDue > about.nominalDue
      ? `按规定顺延至${monthDay(about.effectiveDue, year)}`
      : '',
  ].filter((note) => note !== '');
  return `${monthDay(dueDay(about), year)}${moved.length === 0 ? '' : `（${moved.join('，')}）`}`;
}

/** ；按规定顺延，7月16日（星期一）24:00前收到均算按期 where the due date is no working day. */
export function movedByRest(about: About, zone: Zone): string {
  const year = dueYear(about);
  if (about.effectiveDue < about.nominalDue) {
    return `；原定${monthDay(about.nominalDue, year)}，按规定提前`;
  }
  if (about.effectiveDue === about.nominalDue) return '';
  const effective = dayWithWeekday(about.effectiveDue, year);
  return `；按规定顺延，${effective}${closingTime(about.dueAt, zone)}前收到均算按期`;
}

/** 距7月15日截止还有9天 */
export function timeLeft(about: About, asOf: Instant, zone: Zone): string {
  const left = daysBetween(zone.dayOf(asOf), dueDay(about));
  const due = monthDay(dueDay(about), dueYear(about));
  return left > 0 ? `距${due}截止还有${left}天` : `${due}截止`;
}

/** 今日24:00截止; before a rest day it must not say that today is the last day. */
export function closes(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue) return `今日${closingTime(about.dueAt, zone)}截止`;
  const due = monthDay(dueDay(about), dueYear(about));
  return today === about.lastWorkdayBefore
    ? `今天是${due}截止前的最后一个工作日`
    : `截止日期为${due}`;
}

function granted(about: About): string {
  const from = extendedFrom(about);
  return from === null ? '' : `；已延期，原定${monthDay(from, dueYear(about))}`;
}
