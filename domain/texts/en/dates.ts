/** Days, times and periods as an English letter writes them: 15 July (Sunday), 17:30, the first half of 2018. */

import { isFirstHalf, yearOf } from '../../time/dates-in-words.ts';
import { coverage, parsePeriod } from '../../time/period.ts';
import type { Day, Instant, Zone } from '../../time/time.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** 13 July 2018 */
export const fullDate = (day: Day): string => `${dayAndMonth(day)} ${yearOf(day)}`;

/** 15 July; with the year when that is not `year`, the year of the due date. */
export const monthDay = (day: Day, year: string): string =>
  yearOf(day) === year ? dayAndMonth(day) : fullDate(day);

/** 15 July (Sunday) */
export const withWeekday = (day: Day, year: string): string =>
  `${monthDay(day, year)} (${weekday(day)})`;

/** 15 Jul, for an SMS. */
export const shortDay = (day: Day): string => `${dayOfMonth(day)} ${month(day).slice(0, 3)}`;

/** 10:30 on 17 July */
export const clockAndDay = (at: Instant, zone: Zone, year: string): string =>
  `${zone.timeOf(at)} on ${monthDay(zone.dayOf(at), year)}`;

/** 16:05 on 12 July 2018 */
export const clockAndDate = (at: Instant, zone: Zone): string =>
  `${zone.timeOf(at)} on ${fullDate(zone.dayOf(at))}`;

/** the first half of 2018 */
export const periodLabel = (period: string): string =>
  `the ${isFirstHalf(period) ? 'first' : 'second'} half of ${period.slice(0, 4)}`;

/** January to June 2018: the months a report covers. */
export function periodMonths(period: string): string {
  const { from, to } = coverage(parsePeriod(period));
  return `${month(from)} to ${month(to)} ${yearOf(to)}`;
}

/** 22 June, 6 and 12 July: days one after the other. */
export function daysListed(days: readonly Day[], year: string): string {
  const texts = days.map((day, index) => {
    const next = days[index + 1];
    return next?.slice(0, 7) === day.slice(0, 7) ? dayOfMonth(day) : monthDay(day, year);
  });
  return listed(texts);
}

/** a, b and c */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const dayOfMonth = (day: Day): string => String(Number(day.slice(8, 10)));
const month = (day: Day): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
const dayAndMonth = (day: Day): string => `${dayOfMonth(day)} ${month(day)}`;
// A plain date parses as UTC midnight, so the weekday must be asked of UTC too, whatever the host's zone.
const weekday = (day: Day): string => WEEKDAYS[new Date(day).getUTCDay()] ?? '';
