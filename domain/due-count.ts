/** Where today stands in the count of working days around a due date: T-5, T, T+1. */

import type { Due } from './obligation/obligation.ts';
import { firstWorkdayOnOrAfter, lastWorkdayOnOrBefore } from './time/due.ts';
import type { Day } from './time/time.ts';
import { addDays, isWorkday, type WorkCalendar } from './time/workdays.ts';

/**
 * Counted as the steps are: back from the last working day on or before the date as written, on from the first one
 * on or after it. Between the two, and on them, it is T itself. A rest day counts as the working day before it.
 */
export function dueCount(due: Pick<Due, 'nominal'>, today: Day, calendar: WorkCalendar): number {
  const last = lastWorkdayOnOrBefore(due, calendar);
  if (today < last) return -workdaysBetween(calendar, today, last);
  const first = firstWorkdayOnOrAfter(due, calendar);
  return today > first ? workdaysBetween(calendar, first, today) : 0;
}

// A true minus sign: a hyphen would be taken for a dash between words.
export const dueCountText = (count: number): string => {
  if (count === 0) return 'T';
  return count > 0 ? `T+${count}` : `T−${-count}`;
};

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let days = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
    if (isWorkday(calendar, on)) days += 1;
  }
  return days;
}
