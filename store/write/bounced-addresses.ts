/** Addresses from which mail came back: marked by the bounce of a message, cleared by people or by a new address. */
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

export type BounceVerdict = 'undelivered' | 'not now' | 'unclear';

export type BouncedAddress = {
  readonly address: string;
  readonly verdict: BounceVerdict;
  /** Enhanced status and reply code, as the other server gave them. */
  readonly code: string | null;
  readonly at: Instant;
  readonly message: string;
};

export type ReferredMessage = {
  readonly key: string;
  readonly reference: string;
  readonly providerId: string | null;
};

/** @param beginning of the message's reference, hexadecimal */
export async function findByReference(db: Db, beginning: string): Promise<ReferredMessage | null> {
  if (!/^[0-9a-f]{16,64}$/.test(beginning)) return null;
  const { rows } = await db.query<ReferredMessage>(
    // What lies between the two begins so, as no digit comes behind f; unlike a pattern, it uses the index.
    `select key, reference, provider_id as "providerId" from message
      where channel = 'email' and reference >= $1 and reference < $1 || 'g' limit 2`,
    [beginning],
  );
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

/**
 * The same bounce again changes nothing, also when the mark has been cleared meanwhile; only a verdict that is worse
 * than what was known of this message does.
 * @returns whether something changed
 */
export async function markBounced(
  tx: Db,
  bounce: {
    readonly message: string;
    readonly verdict: BounceVerdict;
    readonly code: string | null;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { message, verdict, code } = bounce;
  const { rowCount } = await tx.query(
    `insert into bounced_address (message, address, verdict, code, at)
     select key, address, $2, $3, $4 from message where key = $1 and channel = 'email'
     on conflict (message) do update set verdict = excluded.verdict, code = excluded.code, at = excluded.at
       where excluded.verdict = 'undelivered' and bounced_address.verdict <> 'undelivered'`,
    [message, verdict, code, at(bounce.at)],
  );
  return rowCount === 1;
}

/** By address, lower case: the worst of what came back, and of that the newest. */
export async function readBounced(db: Db): Promise<Map<string, BouncedAddress>> {
  const { rows } = await db.query<BouncedAddress>(
    `select distinct on (address) address, verdict, code, at, message
       from bounced_address where cleared_at is null
      order by address, verdict = 'undelivered' desc, at desc, message`,
  );
  return new Map(rows.map((row) => [row.address, row]));
}

/** Where mail came back from for good, by address. */
export async function readDeadMailboxes(db: Db): Promise<Map<string, BouncedAddress>> {
  const bounced = await readBounced(db);
  return new Map([...bounced].filter(([, { verdict }]) => verdict === 'undelivered'));
}

export async function clearBounced(tx: Db, address: string, now: Instant): Promise<void> {
  await tx.query(
    `update bounced_address set cleared_at = $2 where address = lower($1) and cleared_at is null`,
    [address, at(now)],
  );
}

/** Marks of addresses that no contact has any longer go: whoever types one of them again means it. */
export async function clearUnusedBounced(tx: Db, plan: string, now: Instant): Promise<void> {
  await tx.query(
    `update bounced_address b set cleared_at = $2
      where cleared_at is null
        and not exists (select 1 from contact where plan = $1 and lower(email) = b.address)`,
    [plan, at(now)],
  );
}
