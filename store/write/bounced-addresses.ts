import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import type { BounceVerdict } from '../read/contacts.ts';

/**
 * Marks the address of a message. The same bounce again changes nothing, even after the mark was cleared; only a worse
 * verdict about the same message does.
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

export async function clearBounced(tx: Db, address: string, now: Instant): Promise<void> {
  await tx.query(
    `update bounced_address set cleared_at = $2 where address = lower($1) and cleared_at is null`,
    [address, at(now)],
  );
}

/** Clears marks of addresses that no contact has any more: if somebody types one again, they mean it. */
export async function clearUnusedBounced(tx: Db, plan: string, now: Instant): Promise<void> {
  await tx.query(
    `update bounced_address b set cleared_at = $2
      where cleared_at is null
        and not exists (select 1 from contact where plan = $1 and lower(email) = b.address)`,
    [plan, at(now)],
  );
}
