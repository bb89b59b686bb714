/** Takes a checked plan in: a new version when it differs, its contacts, and the calendar. Importing twice changes nothing. */
import { createHash } from 'node:crypto';
import type { Plan } from '../domain/plan.ts';
import type { Instant } from '../domain/time.ts';
import type { WorkCalendar } from '../domain/workdays.ts';
import { addCalendar } from './calendars.ts';
import { canonical } from './chain.ts';
import { lockObligations } from './locks.ts';
import {
  addPlanVersion,
  findPlan,
  type PlanVersion,
  readContacts,
  replaceContacts,
} from './plans.ts';
import { type Db, inTransaction, type Pool } from './pool.ts';
import { replanRounds } from './replan-rounds.ts';

export type Imported = {
  /** The version in force after the import. */
  readonly version: number;
  readonly planChanged: boolean;
  readonly contactsChanged: boolean;
  readonly calendarAdded: boolean;
};

export const importPlan = (
  pool: Pool,
  plan: Plan,
  calendar: WorkCalendar,
  importedAt: Instant,
): Promise<Imported> =>
  inTransaction(pool, async (tx) => {
    await lockObligations(tx, [`import ${plan.id}`]);
    const before = await findPlan(tx, plan.id);
    const { version, planChanged } = await takePlan(tx, plan, before, importedAt);
    const contactsChanged = await takeContacts(tx, plan);
    const calendarAdded = await addCalendar(tx, calendar, importedAt);
    if (before && (planChanged || calendarAdded)) await replanRounds(tx, plan.id);
    return { version, planChanged, contactsChanged, calendarAdded };
  });

async function takePlan(tx: Db, plan: Plan, before: PlanVersion | null, importedAt: Instant) {
  const hash = hashOf({ ...plan, contacts: [] });
  if (before?.hash === hash) return { version: before.version, planChanged: false };
  const version = (before?.version ?? 0) + 1;
  await addPlanVersion(tx, plan, version, hash, importedAt);
  return { version, planChanged: true };
}

async function takeContacts(tx: Db, plan: Plan): Promise<boolean> {
  const contacts = await readContacts(tx, plan.id);
  const changed = sorted(contacts) !== sorted(plan.contacts);
  if (changed) await replaceContacts(tx, plan.id, plan.contacts);
  return changed;
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex');

const sorted = (contacts: Plan['contacts']): string =>
  canonical(contacts.map((contact) => canonical(contact)).sort());
