/** What an address may do: looked up at every request, so that who is no longer named is out at once. */
import type { Grant } from '../domain/grant.ts';
import type { Db } from './pool.ts';

/**
 * Contacts of the roster (head counts as leader; officer and chief belong to the bureau) and accounts, by e-mail in any
 * spelling, mobile, or `account:<id>`. Empty for whom nobody knows.
 */
export async function readGrants(db: Db, plan: string, address: string): Promise<Grant[]> {
  const { rows } = await db.query<Grant>(
    `select case role when 'head' then 'leader' else role end as role,
            case when role in ('officer', 'chief') then null else unit end as unit, name
       from contact where plan = $1 and (lower(email) = lower($2) or mobile = $2)
      union
     select role, null, name from account
      where plan = $1 and ended_at is null
        and (lower(email) = lower($2) or mobile = $2 or 'account:' || id = $2)
      order by 1, 2`,
    [plan, address],
  );
  return rows;
}

export type Person = Grant & { readonly address: string };

/** Everybody who can sign in with an e-mail address, for a demonstration to choose from. */
export async function readPeople(db: Db, plan: string): Promise<Person[]> {
  const { rows } = await db.query<Person>(
    `select role, unit, name, address from (
       select case role when 'head' then 'leader' else role end as role,
              case when role in ('officer', 'chief') then null else unit end as unit,
              name, email as address, ordinal
         from contact where plan = $1 and email is not null
       union all
       select role, null, name, coalesce(email, 'account:' || id), 1 from account where plan = $1 and ended_at is null
     ) as person order by role, unit nulls first, ordinal, name`,
    [plan],
  );
  return rows;
}
