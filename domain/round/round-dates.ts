/** All dates of a round, worked out from its due day. */

import { contactCheckAt, opensAt } from '../ladder/ladder.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../plan/policy.ts';
import { type Due, dueDates, firstWorkdayOnOrAfter, lastWorkdayOnOrBefore } from '../time/due.ts';
import type { Day, Instant, Zone } from '../time/time.ts';
import {
  addDays,
  springFestivalStart,
  type WorkCalendar,
  workdayOnOrBefore,
  workdaysAfter,
} from '../time/workdays.ts';
import type { RoundDates } from './round.ts';

export function roundDates(
  rules: { readonly plan: Plan; readonly calendar: WorkCalendar; readonly zone: Zone },
  nominal: Day,
): RoundDates {
  const { plan, calendar, zone } = rules;
  const due = dueDates(nominal, plan.deadlines, calendar, zone);
  const compile = compileDates(plan.policy, due, calendar, zone);
  return {
    due,
    contactCheckAt: contactCheckAt({ policy: plan.policy, calendar, zone, due }),
    opensAt: opensAt({ policy: plan.policy, calendar, zone, due }),
    callListAt: zone.at(lastWorkdayOnOrBefore(due, calendar), plan.policy.callListAt),
    ...compile,
  };
}

type CompileDates = {
  /** A first draft for the bureau; null when the compile date is not later. */
  readonly draftAt: Instant | null;
  readonly compileOn: Day;
  readonly compileAt: Instant;
};

/**
 * `afterWorkdays` after the due date, or the last working day before the Spring Festival holiday when that is earlier but
 * still after the due day (docs/rules.md, rule 13).
 */
export function compileDates(
  policy: Pick<Policy, 'compile'>,
  due: Due,
  calendar: WorkCalendar,
  zone: Zone,
): CompileDates {
  const { afterWorkdays, draftAfterWorkdays, at, beforeSpringFestival } = policy.compile;
  const after = (workdays: number) =>
    workdaysAfter(calendar, firstWorkdayOnOrAfter(due, calendar), workdays);
  const latest = beforeSpringFestival ? lastWorkdayBeforeFestival(due, calendar) : null;
  const planned = after(afterWorkdays);
  const compileOn = latest !== null && latest < planned ? latest : planned;
  const draftOn = after(draftAfterWorkdays);
  return {
    draftAt: draftOn < compileOn ? zone.at(draftOn, at) : null,
    compileOn,
    compileAt: zone.at(compileOn, at),
  };
}

/** Null when it is not after the due day (a due date in July), and while the year's notice is not published. */
function lastWorkdayBeforeFestival(due: Due, calendar: WorkCalendar): Day | null {
  const start = springFestivalStart(calendar, Number(due.effective.slice(0, 4)));
  if (start === null) return null;
  const last = workdayOnOrBefore(calendar, addDays(start, -1));
  return last > due.effective ? last : null;
}
