/** Writes `account` and `feed`. Accounts end and are never deleted. Of a feed's address only the hash is stored. */

import type { Account } from '../../domain/people/address-owners.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import type { Feed } from '../read/calendar.ts';

export async function addAccount(
  tx: Db,
  plan: string,
  account: Omit<Account, 'id'>,
  added: { readonly at: Instant; readonly by: string },
): Promise<void> {
  const { role, name, email, mobile } = account;
  await tx.query(
    `insert into account (plan, role, name, email, mobile, added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [plan, role, name, email, mobile, at(added.at), added.by],
  );
}

export async function endAccount(tx: Db, plan: string, id: string, now: Instant): Promise<void> {
  await tx.query(
    `update account set ended_at = $3 where plan = $1 and id = $2 and ended_at is null`,
    [plan, id, at(now)],
  );
}

export async function addFeed(
  tx: Db,
  plan: string,
  feed: Feed & { readonly tokenHash: string },
): Promise<void> {
  await tx.query(
    `insert into feed (id, plan, token_hash, unit, made_at, made_by) values ($1, $2, $3, $4, $5, $6)`,
    [feed.id, plan, feed.tokenHash, feed.unit, at(feed.madeAt), feed.madeBy],
  );
}

/** @returns false when there is no such feed in force */
export async function revokeFeed(tx: Db, plan: string, id: string, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update feed set revoked_at = $3 where plan = $1 and id = $2 and revoked_at is null`,
    [plan, id, at(now)],
  );
  return rowCount === 1;
}
