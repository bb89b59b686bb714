/** Writes `contact` and `leave`, one at a time; an import replaces all contacts (import-plan.ts). */

import type { Leave } from '../../domain/people/leave.ts';
import type { ContactDetails } from '../../domain/plan/plan.ts';
import type { ContactPlace } from '../../domain/plan-change/act.ts';
import type { Day } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';

export async function setContact(
  tx: Db,
  plan: string,
  { unit, role, ordinal }: ContactPlace,
  { name, email, mobile, phone }: ContactDetails,
): Promise<void> {
  await tx.query(
    `insert into contact (plan, unit, role, ordinal, name, email, mobile, phone)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (plan, unit, role, ordinal)
     do update set name = excluded.name, email = excluded.email, mobile = excluded.mobile, phone = excluded.phone`,
    [plan, unit, role, ordinal, name, email, mobile, phone],
  );
}

/** Later contacts of the role move up: ordinals count from one without gaps. */
export async function removeContact(
  tx: Db,
  plan: string,
  { unit, role, ordinal }: ContactPlace,
): Promise<void> {
  await tx.query(
    `delete from contact where plan = $1 and unit = $2 and role = $3 and ordinal = $4`,
    [plan, unit, role, ordinal],
  );
  await tx.query(
    `update contact set ordinal = ordinal - 1 where plan = $1 and unit = $2 and role = $3 and ordinal > $4`,
    [plan, unit, role, ordinal],
  );
}

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

/** The person is back on that day: the leave ends the day before, or is deleted when it had not begun. */
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
