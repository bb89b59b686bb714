/**
 * The due date as written, as it is judged, and the last instant that is on time (rule 1: the 15th is included;
 * 民法典 203 is the model for `next`), and the two working days from which steps are counted.
 */
import { type Day, type Instant, plus, type TimeOfDay, type Zone } from './time.ts';
import {
  type WorkCalendar,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysBetween,
} from './workdays.ts';

/**
 * `at` is the last instant that is on time: late means received after it. An end at 24:00 is the first instant of
 * the next day, which no longer belongs to the due day, so `at` is one millisecond before; any other time of day is
 * itself still on time, as the 15th is.
 */
export function dueDates(
  nominal: Day,
  deadlines: { readonly time: TimeOfDay; readonly onNonWorkday: OnNonWorkday },
  calendar: WorkCalendar,
  zone: Zone,
): Due {
  const effective = judgedDay(nominal, deadlines.onNonWorkday, calendar);
  const end = zone.at(effective, deadlines.time);
  return { nominal, effective, at: deadlines.time === '24:00' ? plus(end, -1) : end };
}

function judgedDay(nominal: Day, rule: OnNonWorkday, calendar: WorkCalendar): Day {
  switch (rule) {
    case 'keep':
      return nominal;
    case 'next':
      return workdayOnOrAfter(calendar, nominal);
    case 'previous':
      return workdayOnOrBefore(calendar, nominal);
  }
}

// Both count from the date as written: counted from the effective one, a due-day message would go out on the
// Monday after a Sunday and the last reminder on the Friday, later than the date that every notice prints.

/** The day of the due-day message; steps before the due date count back from it. */
export const lastWorkdayOnOrBefore = (due: Pick<Due, 'nominal'>, calendar: WorkCalendar): Day =>
  workdayOnOrBefore(calendar, due.nominal);

/** Steps after the due date count on from it. */
export const firstWorkdayOnOrAfter = (due: Pick<Due, 'nominal'>, calendar: WorkCalendar): Day =>
  workdayOnOrAfter(calendar, due.nominal);

/** A due date: as written, as it is judged (rest days), and the last instant that is on time. */
export type Due = { readonly nominal: Day; readonly effective: Day; readonly at: Instant };

/** Where a due date goes that is no working day. */
export type OnNonWorkday = 'keep' | 'next' | 'previous';

/** Where today stands in the count of working days around a due date: T-5, T, T+1. */

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

/** The plan's rules of dates, with its calendar and zone already inside; made outside the domain's rules. */
export type DateRules = {
  /** A day of the calendar as a due date of this plan. */
  dueOn(nominal: Day): Due;
  dayOf(at: Instant): Day;
  nextWorkday(after: Day): Day;
};
