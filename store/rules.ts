/** The plan in force with its calendar and zone: what every rule about dates is asked with. */
import { zone as zoneNamed } from '../domain/calendar.ts';
import { dueDates } from '../domain/due.ts';
import type { Plan } from '../domain/plan.ts';
import type { Zone } from '../domain/time.ts';
import type { DateRules } from '../domain/transition/change.ts';
import { addDays, type WorkCalendar, workdayOnOrAfter } from '../domain/workdays.ts';
import { calendarOf } from './calendars.ts';
import { noPlan, planOf } from './plans.ts';
import type { Db } from './pool.ts';

export type Rules = {
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly dates: DateRules;
};

export async function readRules(db: Db, plan: string): Promise<Rules> {
  const { rows } = await db.query<{ version: number; hash: string; calendar: string | null }>(
    `select version, hash, (select version from calendar_version order by ordinal desc limit 1) as calendar
       from plan_version where plan = $1 order by version desc limit 1`,
    [plan],
  );
  const inForce = rows[0];
  if (!inForce) throw noPlan(plan);
  return rulesOf((await planOf(db, plan, inForce)).plan, await calendarOf(db, inForce.calendar));
}

// A zone remembers the instants it has worked out, and every transaction asks for the same few days.
let newest: Rules | null = null;

/** The same for a plan that is not in the database (a preview from its folder). */
export function rulesOf(plan: Plan, calendar: WorkCalendar): Rules {
  if (newest?.plan !== plan || newest.calendar !== calendar) newest = makeRules(plan, calendar);
  return newest;
}

function makeRules(plan: Plan, calendar: WorkCalendar): Rules {
  const zone = zoneNamed(plan.zone);
  return {
    plan,
    calendar,
    zone,
    dates: {
      dueOn: (nominal) => dueDates(nominal, plan.deadlines, calendar, zone),
      dayOf: (instant) => zone.dayOf(instant),
      nextWorkday: (after) => workdayOnOrAfter(calendar, addDays(after, 1)),
    },
  };
}
