/** Calendar addresses: secret, known by their hash alone, revocable. */
import type { Instant } from '../domain/time/time.ts';
import { at, type Db } from './db/transaction.ts';

export type Feed = {
  readonly id: string;
  /** Code of the unit; null is the bureau's. */
  readonly unit: string | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
};

const feedColumns = `id, unit, made_at as "madeAt", made_by as "madeBy"`;

export async function findFeed(db: Db, plan: string, tokenHash: string): Promise<Feed | null> {
  const { rows } = await db.query<Feed>(
    `select ${feedColumns} from feed where plan = $1 and token_hash = $2 and revoked_at is null`,
    [plan, tokenHash],
  );
  return rows[0] ?? null;
}

/** Those in force. */
export async function readFeeds(db: Db, plan: string): Promise<Feed[]> {
  const { rows } = await db.query<Feed>(
    `select ${feedColumns} from feed where plan = $1 and revoked_at is null order by made_at, id`,
    [plan],
  );
  return rows;
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

/** @returns false when there is none in force */
export async function revokeFeed(tx: Db, plan: string, id: string, now: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update feed set revoked_at = $3 where plan = $1 and id = $2 and revoked_at is null`,
    [plan, id, at(now)],
  );
  return rowCount === 1;
}
