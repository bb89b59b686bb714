/** The plan in force with its calendar and zone: what every rule about dates is asked with. */

import type { DateRules } from '../domain/obligation/transition/change.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { dueDates } from '../domain/time/due.ts';
import type { Zone } from '../domain/time/time.ts';
import { addDays, type WorkCalendar, workdayOnOrAfter } from '../domain/time/workdays.ts';
import { zone as zoneNamed } from '../domain/time/zone.ts';
import { workCalendarOf } from './calendars.ts';
import type { Db } from './db/transaction.ts';
import { noPlan, planOf } from './read/plans.ts';

export type Rules = {
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly dates: DateRules;
};

/** What is in force of a plan, by its version and the calendar's: their contents are read once and kept. */
export type InForce = {
  readonly plan_version: number | null;
  readonly plan_hash: string;
  readonly calendar_version: string | null;
};

/** The columns of `InForce` for a plan, as scalar subqueries. @param plan an expression */
export const inForce = (plan: string): string =>
  `(select max(version) from plan_version where plan = ${plan}) as plan_version,
   (select hash from plan_version where plan = ${plan} order by version desc limit 1) as plan_hash,
   (select version from calendar_version order by ordinal desc limit 1) as calendar_version`;

export async function readRules(db: Db, plan: string): Promise<Rules> {
  const { rows } = await db.query<InForce>(`select ${inForce('$1')}`, [plan]);
  const [row] = rows;
  if (!row) throw noPlan(plan);
  return rulesInForce(db, plan, row);
}

/** Throws `not_found` for a plan that was never imported. */
export async function rulesInForce(db: Db, plan: string, versions: InForce): Promise<Rules> {
  const { plan_version: version, plan_hash: hash, calendar_version: calendar } = versions;
  if (version === null) throw noPlan(plan);
  const { plan: content } = await planOf(db, plan, { version, hash });
  return rulesOf(content, await workCalendarOf(db, calendar));
}

// A zone remembers the instants it has worked out, and every transaction asks for the same few days.
const made = new WeakMap<Plan, Rules>();

/** The same for a plan that is not in the database (a preview from its folder). */
export function rulesOf(plan: Plan, calendar: WorkCalendar): Rules {
  const known = made.get(plan);
  if (known?.calendar === calendar) return known;
  const rules = makeRules(plan, calendar);
  made.set(plan, rules);
  return rules;
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
