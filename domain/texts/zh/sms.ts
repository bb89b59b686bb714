/** The same in the few characters of an SMS, which names neither the unit nor the plan. Rule 17 of the field. */

import { closingTime, dayWithShortWeekday, monthDay } from '../../time/dates-in-words.ts';
import type { Instant, Zone } from '../../time/time.ts';
import { dueDay, dueYear, isOver } from '../due-day.ts';
import type { About } from '../facts.ts';
import type { Dated, Grammar } from '../language/grammar.ts';

export const sms: Grammar['sms'] = {
  when: (about, asOf, zone) => (isOver(about, asOf) ? '尽快' : `于${closingInSms(about, zone)}前`),
  whenDay: (about, asOf) => (isOver(about, asOf) ? '尽快' : `于${day(about)}前`),
  byDay: (by, year) => (by === null ? '尽快' : `于${dayWithShortWeekday(by, year)}前`),
  closing: closingInSms,
  closingTime: time,
  closes: closesInSms,
  closesAt: (about, zone) => `${day(about)}${time(about.dueAt, zone)}`,
  report: (units, periods, more) => `${you(units)}${periods}${more ? '补充材料' : '工作情况'}`,
  wish: (units, periods) => `${you(units)}${periods}延期申请`,
};

/** 7月15日（周日）24时 */
function closingInSms(about: Dated, zone: Zone): string {
  return `${dayWithShortWeekday(dueDay(about), dueYear(about))}${time(about.dueAt, zone)}`;
}

function closesInSms(about: About, asOf: Instant, zone: Zone): string {
  const today = zone.dayOf(asOf);
  if (today === about.effectiveDue) return `今日${time(about.dueAt, zone)}截止`;
  return today === about.lastWorkdayBefore
    ? `今日是${day(about)}截止前最后一个工作日`
    : `${day(about)}${time(about.dueAt, zone)}截止`;
}

function time(dueAt: Instant, zone: Zone): string {
  return closingTime(dueAt, zone).replace(':00', '时');
}

const day = (about: About): string => monthDay(dueDay(about), dueYear(about));
const you = (units: number): string => (units === 1 ? '贵单位' : `您联系的${units}个单位`);
