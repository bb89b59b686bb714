/** Due dates (docs/rules.md, rule 1: the 15th itself is on time), and the working days from which steps are counted. */
import { type Day, type Instant, plus, type TimeOfDay, type Zone } from './time.ts';
import {
  type WorkCalendar,
  workdayOnOrAfter,
  workdayOnOrBefore,
  workdaysBetween,
} from './workdays.ts';

/** The date as written, the day by which lateness is judged, and the last instant that is on time. */
export type Due = { readonly nominal: Day; readonly effective: Day; readonly at: Instant };

/** What happens to a due date on a rest day. `next` follows 民法典 203. */
export type OnNonWorkday = 'keep' | 'next' | 'previous';

/** A plan's rules of dates, with its calendar and zone. */
export type DateRules = {
  /** That day as a due date of the plan. */
  dueOn(nominal: Day): Due;
  dayOf(at: Instant): Day;
  nextWorkday(after: Day): Day;
};

/**
 * A report received after `at` is late. The time of day itself is on time. 24:00 is the first instant of the next day, so
 * there `at` is one millisecond earlier.
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

// Both use the date as written. From the effective date, the due-day message for a Sunday would go out on Monday, after
// the date that every notice prints.

/** The day of the due-day message. Steps before the due date are counted back from it. */
export const lastWorkdayOnOrBefore = (due: Pick<Due, 'nominal'>, calendar: WorkCalendar): Day =>
  workdayOnOrBefore(calendar, due.nominal);

/** Steps after the due date are counted from it. */
export const firstWorkdayOnOrAfter = (due: Pick<Due, 'nominal'>, calendar: WorkCalendar): Day =>
  workdayOnOrAfter(calendar, due.nominal);

/**
 * Working days from the due date to today: negative before it, 0 on it (T), positive after it. Counted as steps are: from the
 * last working day on or before the date as written, and from the first on or after it; 0 between the two.
 */
export function dueCount(due: Pick<Due, 'nominal'>, today: Day, calendar: WorkCalendar): number {
  const last = lastWorkdayOnOrBefore(due, calendar);
  if (today < last) return -workdaysBetween(calendar, today, last);
  const first = firstWorkdayOnOrAfter(due, calendar);
  return today > first ? workdaysBetween(calendar, first, today) : 0;
}

/** T, T+1 or T−5, with a minus sign that cannot be read as a dash. */
export const dueCountText = (count: number): string => {
  if (count === 0) return 'T';
  return count > 0 ? `T+${count}` : `T−${-count}`;
};
