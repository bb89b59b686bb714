/** By when a report is due, in English. The nominal date comes first, what moves it after it. Rules 1 and 12. */

import { closingTime, daysBetween } from '../../time/dates-in-words.ts';
import type { Instant, Zone } from '../../time/time.ts';
import { dueDay, dueYear, extendedFrom, isOver } from '../due-day.ts';
import type { About } from '../facts.ts';
import { monthDay, withWeekday } from './dates.ts';

/** 24:00 on 15 July (Sunday, that day included) */
export function closing(about: About, zone: Zone): string {
  const time = closingTime(about.dueAt, zone);
  const day = withWeekday(dueDay(about), dueYear(about));
  return `${time} on ${time === '24:00' ? day.replace(')', ', that day included)') : day}`;
}

/** by 24:00 on 15 July (Sunday, that day included); as soon as possible once that is over. */
export const when = (about: About, asOf: Instant, zone: Zone): string =>
  isOver(about, asOf) ? 'as soon as possible' : `by ${closing(about, zone)}`;

export const deadline = (about: About, zone: Zone): string =>
  `by ${closing(about, zone)}${notes(about, zone)}`;

export const notes = (about: About, zone: Zone): string =>
  `${granted(about)}${movedByRest(about, zone)}`;

/** 15 July (moved to 16 July by the rules) */
export function wasDue(about: About): string {
  const year = dueYear(about);
  const moved = [
    granted(about).slice(2),
    about.effectiveDue > about.nominalDue
      ? `moved to ${monthDay(about.effectiveDue, year)} by the rules`
      : '',
  ].filter((note) => note !== '');
  return `${monthDay(dueDay(about), year)}${moved.length === 0 ? '' : ` (${moved.join(', ')})`}`;
}

export function movedByRest(about: About, zone: Zone): string {
  const year = dueYear(about);
  if (about.effectiveDue < about.nominalDue) {
    return `; brought forward from ${monthDay(about.nominalDue, year)} by the rules`;
  }
  if (about.effectiveDue === about.nominalDue) return '';
  const effective = withWeekday(about.effectiveDue, year);
  return `; that being a day of rest, what arrives by ${closingTime(about.dueAt, zone)} on ${effective} is on time`;
}

export function timeLeft(about: About, asOf: Instant, zone: Zone): string {
  const left = daysBetween(zone.dayOf(asOf), dueDay(about));
  const due = monthDay(dueDay(about), dueYear(about));
  if (left <= 0) return `the deadline is ${due}`;
  return `${left === 1 ? 'one day is' : `${left} days are`} left until the deadline of ${due}`;
}

export function closes(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue) {
    return `the deadline is today at ${closingTime(about.dueAt, zone)}`;
  }
  const due = monthDay(dueDay(about), dueYear(about));
  return today === about.lastWorkdayBefore
    ? `today is the last working day before the deadline of ${due}`
    : `the deadline is ${due}`;
}

function granted(about: About): string {
  const from = extendedFrom(about);
  return from === null ? '' : `; extended from ${monthDay(from, dueYear(about))}`;
}
