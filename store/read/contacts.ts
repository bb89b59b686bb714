/** Statements on `leave`, and on what whoever is reached in a unit is found by. */
import type { Leave } from '../../domain/people/leave.ts';
import type { Roster } from '../../domain/people/recipient.ts';
import type { Contact } from '../../domain/plan/plan.ts';
import type { Day } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';

const leaveFields = `'id', id, 'unit', unit, 'role', role, 'person', person, 'from', from_day, 'until', until_day,
  'substitute', case when substitute_name is not null then jsonb_build_object('name', substitute_name,
    'email', substitute_email, 'mobile', substitute_mobile, 'phone', substitute_phone) end`;

/** All of a plan, or of these units of it; also those that are over. */
export async function readLeaves(
  db: Db,
  plan: string,
  units: readonly string[] | null = null,
): Promise<Leave[]> {
  const { rows } = await db.query<{ leave: Leave }>(
    `select jsonb_build_object(${leaveFields}) as leave from leave
      where plan = $1 and ($2::text[] is null or unit = any($2)) order by unit, role, from_day, id`,
    [plan, units],
  );
  return rows.map(({ leave }) => leave);
}

/** Whom messages go to: the first liaison and deputy of every unit, or of these, with their leaves. */
export async function readLiaisons(
  db: Db,
  plan: string,
  units: readonly string[] | null = null,
): Promise<Roster> {
  const { rows } = await db.query<Contact>(
    `select unit, role, name, email, mobile, phone from contact
      where plan = $1 and role in ('liaison', 'deputy') and ordinal = 1 and ($2::text[] is null or unit = any($2))`,
    [plan, units],
  );
  return { contacts: rows, leaves: await readLeaves(db, plan, units) };
}

/** The contacts of one unit with their leaves. */
export async function readUnitRoster(db: Db, plan: string, unit: string): Promise<Roster> {
  const { rows } = await db.query<Roster>(`select ${rosterOf('$1', '$2')}`, [plan, unit]);
  return rows[0] ?? { contacts: [], leaves: [] };
}

/** The columns of a `Roster` for one unit, as scalar subqueries over its plan and code. */
export const rosterOf = (plan: string, unit: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('unit', unit, 'role', role, 'name', name, 'email', email,
             'mobile', mobile, 'phone', phone) order by role, ordinal), '[]')
      from contact where plan = ${plan} and unit = ${unit}) as contacts,
   (select coalesce(jsonb_agg(jsonb_build_object(${leaveFields}) order by from_day, id), '[]')
      from leave where plan = ${plan} and unit = ${unit}) as leaves`;

export async function addLeave(tx: Db, plan: string, leave: Leave): Promise<void> {
  const { id, unit, role, person, from, until, substitute } = leave;
  await tx.query(
    `insert into leave (id, plan, unit, role, person, from_day, until_day, substitute_name, substitute_email,
                        substitute_mobile, substitute_phone)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      plan,
      unit,
      role,
      person,
      from,
      until,
      substitute?.name ?? null,
      substitute?.email ?? null,
      substitute?.mobile ?? null,
      substitute?.phone ?? null,
    ],
  );
}

/** From that day on the person is back: the leave ends with the day before, or is gone when it had not begun. */
export async function endLeave(tx: Db, plan: string, id: string, back: Day): Promise<void> {
  await tx.query(`delete from leave where plan = $1 and id = $2 and from_day >= $3`, [
    plan,
    id,
    back,
  ]);
  await tx.query(
    `update leave set until_day = $3::date - 1 where plan = $1 and id = $2 and until_day >= $3`,
    [plan, id, back],
  );
}
