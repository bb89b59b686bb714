/** Imported plans and their contacts. Every import is a version; the newest is in force. */
import type { Contact, Plan, Role } from '../../domain/plan/plan.ts';
import { Problem } from '../../domain/problem.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

/** A plan without its contacts: those are personal data and live in a table of their own. */
export type PlanVersion = { readonly version: number; readonly hash: string; readonly plan: Plan };

const planVersions = new Map<string, PlanVersion>();

/** The version in force. Content never changes under its version, so it is read once per process. */
export async function readPlan(db: Db, plan: string): Promise<PlanVersion> {
  const found = await findPlan(db, plan);
  if (found) return found;
  throw noPlan(plan);
}

export const noPlan = (plan: string): Problem =>
  new Problem('not_found', `没有导入过方案“${plan}”；请先用 plan import 导入方案文件夹。`);

export async function findPlan(db: Db, plan: string): Promise<PlanVersion | null> {
  const { rows } = await db.query<{ version: number; hash: string }>(
    `select version, hash from plan_version where plan = $1 order by version desc limit 1`,
    [plan],
  );
  const newest = rows[0];
  return newest ? planOf(db, plan, newest) : null;
}

/** Of all plans that were ever imported. */
export async function planIds(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ plan: string }>(
    `select distinct plan from plan_version order by plan`,
  );
  return rows.map((row) => row.plan);
}

export async function planOf(
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

export async function addPlanVersion(
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

export async function replaceContacts(
  tx: Db,
  plan: string,
  contacts: readonly Contact[],
): Promise<void> {
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

export async function readContacts(db: Db, plan: string): Promise<Contact[]> {
  const { rows } = await db.query<Contact>(
    `select unit, role, name, email, mobile, phone from contact where plan = $1 order by unit, role, ordinal`,
    [plan],
  );
  return rows;
}

/** The contact of a unit in a role: the first of several. */
export async function findContact(
  db: Db,
  plan: string,
  unit: string,
  role: Role,
): Promise<Contact | null> {
  const { rows } = await db.query<Contact>(
    `select unit, role, name, email, mobile, phone from contact
      where plan = $1 and unit = $2 and role = $3 order by ordinal limit 1`,
    [plan, unit, role],
  );
  return rows[0] ?? null;
}
