/** One contact of a roster at a time; an import replaces them all (store/read/plans.ts). */
import type { ContactDetails } from '../../domain/plan/plan.ts';
import type { ContactPlace } from '../../domain/plan-change/act.ts';
import type { NumberedContact } from '../../domain/plan-change/situation.ts';
import type { Db } from '../db/transaction.ts';

export async function readNumberedContacts(db: Db, plan: string): Promise<NumberedContact[]> {
  const { rows } = await db.query<NumberedContact>(
    `select unit, role, ordinal, name, email, mobile, phone,
            md5(row(name, email, mobile, phone)::text) as mark
       from contact where plan = $1 order by unit, role, ordinal`,
    [plan],
  );
  return rows;
}

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

/** Those behind it move up: places are counted from one without gaps. */
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
