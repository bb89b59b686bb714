/** The official calendar, the real zone and the policy the shipped plan starts with, for tests of dates. */

import { dueDates } from '../../../domain/time/due.ts';
import { day, type Instant, timeOfDay } from '../../../domain/time/time.ts';
import type { WorkCalendar } from '../../../domain/time/workdays.ts';
import { zone } from '../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';

export const china: WorkCalendar = shippedCalendar();
export const chinaTime = zone('Asia/Shanghai');

/** As it stood before the notice of 2020-01-27: holiday to 01-30, Saturday 02-01 worked. */
export const beforeExtension: WorkCalendar = {
  ...china,
  version: 'before 2020-01-27',
  holidays: Object.fromEntries(
    Object.entries(china.holidays).filter(([on]) => on < '2020-01-31' || on > '2020-02-02'),
  ),
  workdays: { ...china.workdays, [day('2020-02-01')]: '春节' },
};

/** An instant by its Shanghai time, `2018-07-17 10:30`. */
export function at(text: string): Instant {
  const [on = '', time = ''] = text.split(' ');
  return chinaTime.at(day(on), timeOfDay(time));
}

/** Back again, `2018-07-17 10:30`. */
export const show = (moment: Instant): string =>
  `${chinaTime.dayOf(moment)} ${chinaTime.timeOf(moment)}`;

export const dueOn = (nominal: string, calendar = china) =>
  dueDates(day(nominal), { time: timeOfDay('24:00'), onNonWorkday: 'next' }, calendar, chinaTime);
