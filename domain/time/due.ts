/**
 * The due date as written, as it is judged, and the last instant that is on time (rule 1: the 15th is included;
 * 民法典 203 is the model for `next`), and the two working days from which steps are counted.
 */
import type { Due } from '../obligation/obligation.ts';
import type { OnNonWorkday } from '../plan/plan.ts';
import type { Day, TimeOfDay, Zone } from './time.ts';
import { plus } from './time.ts';
import { type WorkCalendar, workdayOnOrAfter, workdayOnOrBefore } from './workdays.ts';

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
