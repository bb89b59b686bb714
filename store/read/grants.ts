/** What an address may do, and the accounts. Read at every request, so access ends when the entry ends. */

import type { Account } from '../../domain/people/address-owners.ts';
import type { Grant } from '../../domain/people/roles.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';
import { readRules } from './plans.ts';

/**
 * From contacts of the roster (`head` counts as leader; officer and chief belong to the bureau) and from accounts, by
 * e-mail in any spelling, by mobile or by `account:<id>`. A stand-in of a liaison or deputy has their grants that day.
 * Stand-ins of other roles have none: a leave must not make somebody a leader or an officer. Unknown address: [].
 */
export async function readGrants(
  db: Db,
  plan: string,
  address: string,
  now: Instant,
): Promise<Grant[]> {
  const { rows } = await db.query<Grant & Span>(
    `select case role when 'head' then 'leader' else role end as role,
            case when role in ('officer', 'chief') then null else unit end as unit, name,
            null::date as "from", null::date as until
       from contact where plan = $1 and (lower(email) = lower($2) or mobile = $2)
      union
     select role, null, name, null, null from account
      where plan = $1 and ended_at is null
        and (lower(email) = lower($2) or mobile = $2 or 'account:' || id = $2)
      union
     select l.role, l.unit, l.substitute_name, l.from_day, l.until_day
       from leave l
       join contact c on c.plan = l.plan and c.unit = l.unit and c.role = l.role and c.name = l.person
      where l.plan = $1 and l.role in ('liaison', 'deputy')
        and (lower(l.substitute_email) = lower($2) or l.substitute_mobile = $2)
      order by 1, 2`,
    [plan, address],
  );
  // Read the zone only when there is a stand-in.
  const isDated = rows.some(({ from }) => from !== null);
  const today = isDated ? (await readRules(db, plan)).zone.dayOf(now) : null;
  return rows
    .filter(({ from, until }) => today === null || covers(today, from, until))
    .map(({ role, unit, name }) => ({ role, unit, name }));
}

type Span = { readonly from: Day | null; readonly until: Day | null };

const covers = (today: Day, from: Day | null, until: Day | null): boolean =>
  from === null || until === null || (from <= today && today <= until);

export type Person = Grant & { readonly address: string };

/** Everybody who can sign in with an e-mail address, for the list of a demonstration. */
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

export type AccountRow = Account & {
  readonly addedAt: Instant;
  readonly addedBy: string;
  readonly endedAt: Instant | null;
};

/** Accounts that have ended come last. */
export async function readAccounts(db: Db, plan: string): Promise<AccountRow[]> {
  const { rows } = await db.query<AccountRow>(
    `select id, role, name, email, mobile, added_at as "addedAt", added_by as "addedBy", ended_at as "endedAt"
       from account where plan = $1 order by ended_at nulls first, role, name, id`,
    [plan],
  );
  return rows;
}
