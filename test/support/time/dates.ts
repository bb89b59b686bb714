/** Dates and times in tests: the official calendar, Asia/Shanghai, and instants as text. */

import { dueDates } from '../../../domain/time/due.ts';
import { day, type Instant, timeOfDay } from '../../../domain/time/time.ts';
import type { WorkCalendar } from '../../../domain/time/workdays.ts';
import { zone } from '../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';

export const china: WorkCalendar = shippedCalendar();
export const shanghai = zone('Asia/Shanghai');

/** The calendar before the notice of 2020-01-27: the holiday ends on 01-30, and Saturday 02-01 is worked. */
export const beforeExtension: WorkCalendar = {
  ...china,
  version: 'before 2020-01-27',
  holidays: Object.fromEntries(
    Object.entries(china.holidays).filter(([on]) => on < '2020-01-31' || on > '2020-02-02'),
  ),
  workdays: { ...china.workdays, [day('2020-02-01')]: '春节' },
};

/** @param text Shanghai time, `2018-07-17 10:30` */
export function at(text: string): Instant {
  const [on = '', time = ''] = text.split(' ');
  return shanghai.at(day(on), timeOfDay(time));
}

/** The inverse of `at`: `2018-07-17 10:30`. */
export const show = (moment: Instant): string =>
  `${shanghai.dayOf(moment)} ${shanghai.timeOf(moment)}`;

/** The due dates of a nominal day, judged by the shipped policy: 24:00, and the next working day if it is none. */
export const dueOn = (nominal: string, calendar = china) =>
  dueDates(day(nominal), { time: timeOfDay('24:00'), onNonWorkday: 'next' }, calendar, shanghai);
