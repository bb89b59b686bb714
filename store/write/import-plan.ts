/**
 * Imports a checked plan: a new version when it differs, its contacts, and the calendar. Importing twice changes
 * nothing.
 */

import { createHash, randomUUID } from 'node:crypto';
import type { Actor, PlanCommand } from '../../domain/command.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Contact, Plan } from '../../domain/plan/plan.ts';
import type { ImportCounts, PlanAct } from '../../domain/plan-change/act.ts';
import { planDifference } from '../../domain/plan-change/plan-difference.ts';
import { Problem } from '../../domain/problem.ts';
import type { Round } from '../../domain/round/round.ts';
import { roundDates } from '../../domain/round/round-dates.ts';
import { calendarDifference } from '../../domain/time/calendar-difference.ts';
import type { Due } from '../../domain/time/due.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { WorkCalendar } from '../../domain/time/workdays.ts';
import { lockObligations, lockRound } from '../db/locks.ts';
import { at, type Db, type Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { readContacts } from '../read/contacts.ts';
import { readObligations } from '../read/obligations.ts';
import {
  findPlan,
  type PlanVersion,
  type Rules,
  readImportBase,
  readRules,
  readWorkCalendar,
  workCalendarVersion,
} from '../read/plans.ts';
import { readRound, roundsOfPlan } from '../read/rounds.ts';
import { canonical } from '../read/trail.ts';
import { clearUnusedBounced } from './bounced-addresses.ts';
import { appendEntry } from './chain.ts';
import { saveObligation } from './obligations.ts';
import { addToOutbox } from './outbox.ts';
import { countRound, raiseYear, saveRoundDates } from './rounds.ts';

type Imported = {
  /** In force after the import. */
  readonly version: number;
  readonly planChanged: boolean;
  readonly contactsChanged: boolean;
  readonly calendarAdded: boolean;
};

/** A person has seen the changes and confirmed exactly those. */
export type Confirmed = {
  /** Drawn with the form: a form sent twice imports once. */
  readonly id: string;
  /** What the changes were shown against (`readImportBase`). */
  readonly seen: string;
};

/** @throws Problem `superseded` when something else has changed since the confirmation; then nothing is imported */
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
  // Every claim asks who shares an address: without statistics Postgres would read all contacts of the plan for it.
  await tx.query('analyze contact');
  await clearUnusedBounced(tx, plan.id, now);
  return true;
}

/** Without contacts, which have no versions. */
const hashOf = (plan: Plan): string =>
  createHash('sha256')
    .update(canonical({ ...plan, contacts: [] }))
    .digest('hex');

/** Contacts of one role keep their order: messages go to the first. */
const sorted = (contacts: Plan['contacts']): string =>
  canonical(
    contacts
      .map((contact) => ({ key: `${contact.unit} ${contact.role}`, contact }))
      .toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))),
  );

async function addPlanVersion(
  tx: Db,
  plan: Plan,
  version: number,
  hash: string,
  importedAt: Instant,
): Promise<void> {
  await tx.query(
    `insert into plan_version (plan, version, content, hash, imported_at) values ($1, $2, $3, $4, $5)`,
    [plan.id, version, JSON.stringify({ ...plan, contacts: [] }), hash, at(importedAt)],
  );
}

async function replaceContacts(tx: Db, plan: string, contacts: readonly Contact[]): Promise<void> {
  await tx.query(`delete from contact where plan = $1`, [plan]);
  await tx.query(
    `insert into contact (plan, unit, role, ordinal, name, email, mobile, phone)
     select $1, c.unit, c.role, row_number() over (partition by c.unit, c.role order by c.position),
            c.name, c.email, c.mobile, c.phone
       from rows from (jsonb_to_recordset($2)
              as (unit text, role text, name text, email text, mobile text, phone text)) with ordinality
              as c(unit, role, name, email, mobile, phone, position)`,
    [plan, JSON.stringify(contacts)],
  );
}

/** Makes a calendar the one in force, also an earlier version. @returns false when it is in force already */
async function addCalendar(db: Db, calendar: WorkCalendar, importedAt: Instant): Promise<boolean> {
  if ((await workCalendarVersion(db)) === calendar.version) return false;
  await db.query(
    `insert into calendar_version (version, content, imported_at) values ($1, $2, $3)
     on conflict (version) do update set ordinal = default, imported_at = excluded.imported_at`,
    [calendar.version, JSON.stringify(calendar), at(importedAt)],
  );
  return true;
}

type BeforeImport = {
  readonly plan: PlanVersion | null;
  readonly contacts: Plan['contacts'];
  readonly calendar: WorkCalendar | null;
};

type ImportAct = Extract<PlanAct, { kind: 'import' }>;

type Taken = Omit<ImportAct, 'kind' | 'versionBefore' | 'counts'> & {
  readonly before: BeforeImport;
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
};

/** Records nothing when nothing changed. */
async function recordImport(
  tx: Db,
  by: Pick<PlanCommand, 'id' | 'actor' | 'receivedAt'>,
  { before, plan, calendar, ...taken }: Taken,
): Promise<void> {
  const { planChanged, contactsChanged, calendarAdded } = taken;
  if (!planChanged && !contactsChanged && !calendarAdded) return;
  const act: ImportAct = {
    kind: 'import',
    ...taken,
    versionBefore: before.plan?.version ?? null,
    counts: countsOf(before, plan, calendar),
  };
  const { id, receivedAt } = by;
  const message = sentence(act, plan);
  const outcome = { ok: true, command: id, kind: 'import', receivedAt, message } as const;
  const command = { ...by, plan: plan.id, act };
  await appendEntry(tx, { command, subject: plan.id, obligation: null, outcome });
}

function countsOf(before: BeforeImport, plan: Plan, calendar: WorkCalendar): ImportCounts {
  const days = before.calendar ? calendarDifference(before.calendar, calendar).days.length : 0;
  if (!before.plan) {
    const { items, units, contacts } = plan;
    const all = { items: items.length, units: units.length, contacts: contacts.length };
    return { settings: 0, ...all, days };
  }
  const known = { ...before.plan.plan, contacts: before.contacts };
  const differences = planDifference(known, plan);
  const about = (what: (typeof differences)[number]['about']) =>
    differences.filter((one) => one.about === what).length;
  return {
    settings: about('settings'),
    items: about('item'),
    units: about('unit'),
    contacts: about('contact'),
    days,
  };
}

function sentence(act: ImportAct, plan: Plan): string {
  const { version, versionBefore, counts } = act;
  const { settings, items, units, contacts, days } = counts;
  const inPlan = [
    versionBefore === null ? '' : `原第${versionBefore}版`,
    settings > 0 ? `设置${settings}处` : '',
    items > 0 ? `事项${items}项` : '',
    units > 0 ? `单位${units}个` : '',
  ];
  const parts = [
    act.planChanged ? `方案第${version}版（${together(inPlan)}）` : '',
    act.contactsChanged ? `联系人（共${plan.contacts.length}位，改动${contacts}处）` : '',
    act.calendarAdded ? `工作日历（${days}天的上班安排有变）` : '',
  ];
  return `已导入${together(parts)}。`;
}

const together = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('、');

/**
 * A new plan version or calendar moves rounds that are not over: their dates now, the steps of each obligation at its
 * next look. Delivery keys and what was sent stay (rule 5).
 */
async function replanRounds(tx: Db, plan: string): Promise<void> {
  const rules = await readRules(tx, plan);
  for (const { id } of await roundsOfPlan(tx, plan)) {
    await lockRound(tx, id, 'alone');
    const round = await readRound(tx, id);
    if (round.phase === 'planned' || round.phase === 'open') await replanRound(tx, rules, round);
  }
}

async function replanRound(tx: Db, rules: Rules, round: Round): Promise<void> {
  const dates = roundDates(rules, round.due.nominal);
  await saveRoundDates(tx, round, dates, rules.calendar.version);
  for (const obligation of await readObligations(tx, round.id)) {
    const moved = withDates(obligation, rules);
    await saveObligation(tx, moved);
    await addToOutbox(tx, 'changed', moved.id, moved.rev);
  }
  const reportChanged = dates.due.at !== round.due.at;
  const { rev } = await countRound(tx, round.id, { outstanding: 0, reportChanged });
  await addToOutbox(tx, 'changed', round.id, rev);
  // The year waits for the opening instant, which may have moved.
  await addToOutbox(tx, 'changed', round.year, await raiseYear(tx, round.year));
}

/** `firstDueAt` stays: a report is judged by the date that was valid when it came. */
function withDates(o: Obligation, { dates }: Rules): Obligation {
  const again = (due: Due): Due => dates.dueOn(due.nominal);
  return {
    ...o,
    due: again(o.due),
    originalDue: again(o.originalDue),
    dueBeforeExtension: o.dueBeforeExtension === null ? null : again(o.dueBeforeExtension),
    rev: o.rev + 1,
  };
}
