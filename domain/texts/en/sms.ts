/** The same in the few characters of an SMS, which names neither the unit nor the plan. Rule 17 of the field. */

import { closingTime } from '../../time/dates-in-words.ts';
import type { Instant, Zone } from '../../time/time.ts';
import { dueDay, isOver } from '../due-day.ts';
import type { About } from '../facts.ts';
import type { Dated, Grammar } from '../language/grammar.ts';
import { shortDay } from './dates.ts';

export const sms: Grammar['sms'] = {
  when: (about, asOf, zone) =>
    isOver(about, asOf) ? 'as soon as possible' : `by ${closesAt(about, zone)}`,
  whenDay: (about, asOf) =>
    isOver(about, asOf) ? 'as soon as possible' : `by ${shortDay(dueDay(about))}`,
  byDay: (by) => (by === null ? 'as soon as possible' : `by ${shortDay(by)}`),
  closing: closesAt,
  closingTime,
  closes: closesInSms,
  closesAt,
  report: (units, periods, more) =>
    `${more ? 'addition to ' : ''}${units === 1 ? 'your report' : `the reports of your ${units} units`} for ${periods}`,
  wish: (units, periods) =>
    `${units === 1 ? 'your wish' : `the wish of your ${units} units`} for a later date for ${periods}`,
};

/** 24:00 on 15 Jul */
function closesAt(about: Dated, zone: Zone): string {
  return `${closingTime(about.dueAt, zone)} on ${shortDay(dueDay(about))}`;
}

function closesInSms(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue)
    return `today ${closingTime(about.dueAt, zone)} is the deadline`;
  return today === about.lastWorkdayBefore
    ? `today is the last working day before ${shortDay(dueDay(about))}`
    : `the deadline is ${closesAt(about, zone)}`;
}
