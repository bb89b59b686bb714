/** Takes a checked plan in: a new version when it differs, its contacts, and the calendar. Importing twice changes nothing. */
import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/command.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { Problem } from '../../domain/problem.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { WorkCalendar } from '../../domain/time/workdays.ts';
import { addCalendar, readWorkCalendar, workCalendarVersion } from '../calendars.ts';
import { lockObligations } from '../db/locks.ts';
import { type Db, inTransaction, type Pool } from '../db/transaction.ts';
import { readImportBase } from '../import-base.ts';
import { type BeforeImport, recordImport } from '../import-entry.ts';
import {
  addPlanVersion,
  findPlan,
  type PlanVersion,
  readContacts,
  replaceContacts,
} from '../read/plans.ts';
import { replanRounds } from '../replan-rounds.ts';
import { clearUnusedBounced } from './bounced-addresses.ts';
import { canonical } from './chain.ts';

export type Imported = {
  /** The version in force after the import. */
  readonly version: number;
  readonly planChanged: boolean;
  readonly contactsChanged: boolean;
  readonly calendarAdded: boolean;
};

/** A person has read what changes and said yes to just that. */
export type Confirmed = {
  /** Drawn with the form: sent twice, it is imported once. */
  readonly id: string;
  /** What the changes were shown against (store/import-base.ts). */
  readonly seen: string;
};

/** @throws Problem `superseded` when something else was changed since it was confirmed; nothing is imported then */
export const importPlan = (
  pool: Pool,
  plan: Plan,
  calendar: WorkCalendar,
  importedAt: Instant,
  actor: Actor = { kind: 'system', name: '初次导入' },
  confirmed?: Confirmed,
): Promise<Imported> =>
  inTransaction(pool, async (tx) => {
    await lockObligations(tx, [`import ${plan.id}`]);
    if (confirmed) {
      const earlier = await findImport(tx, plan.id, confirmed.id);
      if (earlier) return earlier;
      await refuseUnseen(tx, plan.id, confirmed.seen);
    }
    const before = await readBefore(tx, plan.id);
    const { version, planChanged } = await takePlan(tx, plan, before.plan, importedAt);
    const contactsChanged = await takeContacts(tx, plan, before.contacts, importedAt);
    const calendarAdded = await addCalendar(tx, calendar, importedAt);
    if (before.plan && (planChanged || calendarAdded)) await replanRounds(tx, plan.id);
    const imported = { version, planChanged, contactsChanged, calendarAdded };
    const id = confirmed?.id ?? randomUUID();
    const by = { id, actor, receivedAt: importedAt };
    await recordImport(tx, by, { ...imported, before, plan, calendar, hash: hashOf(plan) });
    return imported;
  });

async function findImport(tx: Db, plan: string, id: string): Promise<Imported | null> {
  const { rows } = await tx.query<{ content: Imported }>(
    `select content from command where id = $1 and subject = $2 and kind = 'import'`,
    [id, plan],
  );
  const [row] = rows;
  if (!row) return null;
  const { version, planChanged, contactsChanged, calendarAdded } = row.content;
  return { version, planChanged, contactsChanged, calendarAdded };
}

async function refuseUnseen(tx: Db, plan: string, seen: string): Promise<void> {
  if ((await readImportBase(tx, plan)) === seen) return;
  throw new Problem(
    'superseded',
    '在您核对之后，方案、联系人或工作日历又有改动，没有导入。请核对新的差异后再确认。',
  );
}

async function readBefore(tx: Db, plan: string): Promise<BeforeImport> {
  return {
    plan: await findPlan(tx, plan),
    contacts: await readContacts(tx, plan),
    calendar: (await workCalendarVersion(tx)) === null ? null : await readWorkCalendar(tx),
  };
}

async function takePlan(tx: Db, plan: Plan, before: PlanVersion | null, importedAt: Instant) {
  const hash = hashOf(plan);
  if (before?.hash === hash) return { version: before.version, planChanged: false };
  const version = (before?.version ?? 0) + 1;
  await addPlanVersion(tx, plan, version, hash, importedAt);
  return { version, planChanged: true };
}

async function takeContacts(
  tx: Db,
  plan: Plan,
  before: Plan['contacts'],
  now: Instant,
): Promise<boolean> {
  if (sorted(before) === sorted(plan.contacts)) return false;
  await replaceContacts(tx, plan.id, plan.contacts);
  // Every claim asks who shares an address: without counts Postgres reads all contacts of the plan for it.
  await tx.query('analyze contact');
  await clearUnusedBounced(tx, plan.id, now);
  return true;
}

/** Of the plan without its contacts, which have no versions. */
const hashOf = (plan: Plan): string =>
  createHash('sha256')
    .update(canonical({ ...plan, contacts: [] }))
    .digest('hex');

/** Those of one role stay in their order: the first of several is the one who is told. */
const sorted = (contacts: Plan['contacts']): string =>
  canonical(
    contacts
      .map((contact) => ({ key: `${contact.unit} ${contact.role}`, contact }))
      .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))),
  );
