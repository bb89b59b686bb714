/** Imported plans and calendars, and the rules in force that follow from them. */

import { createHash } from 'node:crypto';
import type { Plan } from '../../domain/plan/plan.ts';
import { Problem } from '../../domain/problem.ts';
import { type DateRules, dueDates } from '../../domain/time/due.ts';
import { type SendWindow, windowOf } from '../../domain/time/send-window.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import { addDays, type WorkCalendar, workdayOnOrAfter } from '../../domain/time/workdays.ts';
import { zone as zoneNamed } from '../../domain/time/zone.ts';
import type { Db } from '../db/pool.ts';
import { readContacts } from './contacts.ts';
import { canonical } from './trail.ts';

export type Rules = {
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly window: SendWindow;
  readonly dates: DateRules;
};

/** The versions in force of a plan and of the calendar. Their content is read once and cached. */
export type InForce = {
  readonly plan_version: number | null;
  readonly plan_hash: string;
  readonly calendar_version: string | null;
};

/** The columns of `InForce` as scalar subqueries. @param plan an SQL expression */
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

// A zone caches the offsets it has computed, and every transaction needs the same few days.
const made = new WeakMap<Plan, Rules>();

/** Rules for a plan that is not in the database, such as a preview from its folder. */
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
    window: windowOf(plan.policy, { calendar, zone }),
    dates: {
      dueOn: (nominal) => dueDates(nominal, plan.deadlines, calendar, zone),
      dayOf: (instant) => zone.dayOf(instant),
      nextWorkday: (after) => workdayOnOrAfter(calendar, addDays(after, 1)),
    },
  };
}

/** A plan without its contacts: they are personal data and have a table of their own. */
export type PlanVersion = { readonly version: number; readonly hash: string; readonly plan: Plan };

const planVersions = new Map<string, PlanVersion>();

/** The version in force. The content of a version never changes, so each process reads it once. */
export async function readPlan(db: Db, plan: string): Promise<PlanVersion> {
  const found = await findPlan(db, plan);
  if (found) return found;
  throw noPlan(plan);
}

const noPlan = (plan: string): Problem =>
  new Problem('not_found', `没有导入过方案“${plan}”；请先用 plan import 导入方案文件夹。`);

export async function findPlan(db: Db, plan: string): Promise<PlanVersion | null> {
  const { rows } = await db.query<{ version: number; hash: string }>(
    `select version, hash from plan_version where plan = $1 order by version desc limit 1`,
    [plan],
  );
  const newest = rows[0];
  return newest ? planOf(db, plan, newest) : null;
}

/** All plans that were ever imported. */
export async function planIds(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ plan: string }>(
    `select distinct plan from plan_version order by plan`,
  );
  return rows.map((row) => row.plan);
}

async function planOf(
  db: Db,
  plan: string,
  { version, hash }: Omit<PlanVersion, 'plan'>,
): Promise<PlanVersion> {
  const key = `${plan}#${version}#${hash}`;
  const known = planVersions.get(key);
  if (known) return known;
  const { rows } = await db.query<{ content: Plan }>(
    `select content from plan_version where plan = $1 and version = $2`,
    [plan, version],
  );
  const content = rows[0]?.content;
  if (!content) throw noPlan(plan);
  const read = { version, hash, plan: content };
  planVersions.set(key, read);
  return read;
}

const workCalendars = new Map<string, WorkCalendar>();

/** Null before the first import. */
export async function workCalendarVersion(db: Db): Promise<string | null> {
  const { rows } = await db.query<{ version: string }>(
    `select version from calendar_version order by ordinal desc limit 1`,
  );
  return rows[0]?.version ?? null;
}

export const readWorkCalendar = async (db: Db): Promise<WorkCalendar> =>
  workCalendarOf(db, await workCalendarVersion(db));

/** The calendar of a version. Throws `not_found` for null. */
async function workCalendarOf(db: Db, version: string | null): Promise<WorkCalendar> {
  if (version === null) {
    throw new Problem(
      'not_found',
      '还没有导入工作日历；请先导入方案（plan import 会一并导入日历）。',
    );
  }
  const known = workCalendars.get(version);
  if (known) return known;
  const found = await db.query<{ content: WorkCalendar }>(
    `select content from calendar_version where version = $1`,
    [version],
  );
  const calendar = found.rows[0]?.content;
  if (!calendar) throw new Problem('not_found', `没有版本为“${version}”的工作日历。`);
  workCalendars.set(version, calendar);
  return calendar;
}

/** A fingerprint of plan, contacts and calendar: it changes when any of them changes. */
export async function readImportBase(db: Db, plan: string): Promise<string> {
  const version = await findPlan(db, plan);
  const base = {
    plan: version && [version.version, version.hash],
    contacts: await readContacts(db, plan),
    calendar: await workCalendarVersion(db),
  };
  return createHash('sha256').update(canonical(base)).digest('hex');
}

export type SendingPause = {
  readonly since: Instant;
  readonly by: string;
  readonly reason: string;
};

export async function findPause(db: Db, plan: string): Promise<SendingPause | null> {
  const { rows } = await db.query<SendingPause>(
    `select since, by, reason from sending_pause where plan = $1 and ended_at is null`,
    [plan],
  );
  return rows[0] ?? null;
}
