/** All dates of a round from its due day: when it opens, when the bureau gets its call list, when it compiles. */

import { contactCheckAt, opensAt } from './ladder/ladder.ts';
import type { Plan } from './plan/plan.ts';
import type { RoundDates } from './round/round.ts';
import { compileDates } from './round/round-dates.ts';
import { dueDates, lastWorkdayOnOrBefore } from './time/due.ts';
import type { Day, Zone } from './time/time.ts';
import type { WorkCalendar } from './time/workdays.ts';

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
