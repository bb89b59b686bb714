/** Days, times and periods as an official Chinese text writes them: 7月15日（星期日）, 17:30, 9时, 2018年上半年. */

import { coverage, label, parsePeriod } from './period.ts';
import { type Day, type Instant, instant, type TimeOfDay, type Zone } from './time.ts';
import { weekday } from './workdays.ts';

/** 2018年7月13日: dates under a signature carry the year and no leading zeros (GB/T 9704-2012). */
export const fullDate = (day: Day): string => `${yearOf(day)}年${bareMonthDay(day)}`;

/** 7月15日; with the year in front when that is not `year`, the year of the due date. */
export const monthDay = (day: Day, year: string): string =>
  yearOf(day) === year ? bareMonthDay(day) : fullDate(day);

/** 7月15日（星期日） */
export const dayWithWeekday = (day: Day, year: string): string =>
  `${monthDay(day, year)}（${weekdayName(day)}）`;

/** 7月15日（周日）, for an SMS. */
export const dayWithShortWeekday = (day: Day, year: string): string =>
  `${monthDay(day, year)}（周${weekdayLetter(day)}）`;

/** 星期日 */
export const weekdayName = (day: Day): string => `星期${weekdayLetter(day)}`;

/** 9时 on the hour, otherwise 10:30. */
export function clock(time: TimeOfDay): string {
  const [hour = '', minute = ''] = time.split(':');
  return minute === '00' ? `${Number(hour)}时` : `${Number(hour)}:${minute}`;
}

/** 2018年7月12日16:05 */
export const dateAndClock = (at: Instant, zone: Zone): string =>
  `${fullDate(zone.dayOf(at))}${clock(zone.timeOf(at))}`;

/** The time of day before which a report is on time; the end of a day is 24:00, never 00:00. */
export function closingTime(dueAt: Instant, zone: Zone): string {
  const justAfter = zone.timeOf(instant(dueAt + 1));
  return justAfter === '00:00' ? '24:00' : zone.timeOf(dueAt);
}

/**
 * Writes a sequence of dates, each without what it shares with the one before: 6月22日, 7月6日, 12日, 17日. A new year is
 * always written.
 * @param year the year that the first date need not repeat
 */
export function dateWriter(year: string): (day: Day) => string {
  let before = `${year}-`;
  return (day) => {
    const short = day.slice(0, 7) === before.slice(0, 7) ? dayOfMonth(day) : undefined;
    const text = short ?? monthDay(day, before.slice(0, 4));
    before = day;
    return text;
  };
}

/** 2018年上半年 */
export const periodLabel = (period: string): string => label(parsePeriod(period));

/** 2018年1—6月: the months a report covers. */
export function periodMonths(period: string): string {
  const { from, to } = coverage(parsePeriod(period));
  return `${yearOf(from)}年${Number(from.slice(5, 7))}—${Number(to.slice(5, 7))}月`;
}

export const isFirstHalf = (period: string): boolean => period.endsWith('H1');
export const yearOf = (day: Day): string => day.slice(0, 4);

const dayOfMonth = (day: Day): string => `${Number(day.slice(8, 10))}日`;
const bareMonthDay = (day: Day): string => `${Number(day.slice(5, 7))}月${dayOfMonth(day)}`;
const weekdayLetter = (day: Day): string => '日一二三四五六'.charAt(weekday(day));
