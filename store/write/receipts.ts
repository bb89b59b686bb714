/**
 * Receipts: what SMS providers and mail servers report about a message later. Stored at once, applied by the worker.
 */

import { createHash } from 'node:crypto';
import type { DeliveryReceipt, ReceiptOutcome } from '../../domain/delivery/delivery-receipt.ts';
import type { Instant, Now } from '../../domain/time/time.ts';
import { at, type Db, type Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { markBounced } from './bounced-addresses.ts';

/** NOTIFY channel: a receipt waits. A hint; if it is lost, the worker's sweep finds the row. */
export const RECEIPT_CHANNEL = 'cuibao_report';

/** Stores a receipt; committed when this returns. @returns false when the same one was stored before */
export async function keepReceipt(
  db: Db,
  receipt: DeliveryReceipt,
  arrivedAt: Instant,
): Promise<boolean> {
  const { channel, key, providerId, outcome, code } = receipt;
  const { rows } = await db.query(
    `with kept as (
       insert into delivery_report (id, channel, reference, provider_id, outcome, code, at, arrived_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning 1)
     select pg_notify($9, '') from kept`,
    [
      idOf(receipt),
      channel,
      key,
      providerId,
      outcome,
      code,
      receipt.at,
      at(arrivedAt),
      RECEIPT_CHANNEL,
    ],
  );
  return rows.length > 0;
}

/** Without the moment: a provider that repeats a receipt may give another one. */
const idOf = ({ channel, key, providerId, outcome, code }: DeliveryReceipt): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, key, providerId, outcome, code]))
    .digest('hex');

/** What a bounce changes in the record; gateways/mail/bounce.ts decides which of the three applies. */
export const bounceRecord = (pool: Pool, now: Now) => ({
  find: (beginning: string) => findByReference(pool, beginning),

  /** Stores the receipt, so that the worker replaces the message, and marks the address at once. */
  take: (receipt: DeliveryReceipt, verdict: 'undelivered' | 'not now'): Promise<void> =>
    inTransaction(pool, async (tx) => {
      const at = await now();
      await keepReceipt(tx, receipt, at);
      const found = receipt.key === null ? null : await findByReference(tx, receipt.key);
      if (found === null) return;
      const { key: message } = found;
      // Instants of the record are plan time; the receipt's own moment is not.
      await markBounced(tx, { message, verdict, code: receipt.code, at });
    }),

  async note(bounce: {
    readonly message: string;
    readonly verdict: 'not now' | 'unclear';
    readonly code: string | null;
  }): Promise<void> {
    await markBounced(pool, { ...bounce, at: await now() });
  },
});

type ReferredMessage = {
  readonly key: string;
  readonly reference: string;
  readonly providerId: string | null;
};

/** @param beginning of the message's reference, hexadecimal */
export async function findByReference(db: Db, beginning: string): Promise<ReferredMessage | null> {
  if (!/^[0-9a-f]{16,64}$/.test(beginning)) return null;
  const { rows } = await db.query<ReferredMessage>(
    // A range instead of a pattern, so that the index is used: `g` follows the last hexadecimal digit.
    `select key, reference, provider_id as "providerId" from message
      where channel = 'email' and reference >= $1 and reference < $1 || 'g' limit 2`,
    [beginning],
  );
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

export type WaitingReceipt = {
  readonly id: string;
  readonly message: string;
  readonly outcome: ReceiptOutcome;
  readonly code: string | null;
};

/**
 * Receipts whose message is settled, in order of arrival. A receipt waits while its message is being sent, and when no
 * message fits: the attempt it belongs to may not be recorded yet.
 */
export async function readyReceipts(db: Db, atMost = 100): Promise<WaitingReceipt[]> {
  const { rows } = await db.query<WaitingReceipt>(
    `select r.id, m.key as message, r.outcome, r.code
       from delivery_report r
       join lateral (select key, state from message
                      where channel = r.channel and (reference = r.reference or provider_id = r.provider_id)
                      order by reference = r.reference desc nulls last limit 1) m on true
      where r.applied_at is null and m.state <> 'sending'
      order by r.arrived_at, r.id limit $1`,
    [atMost],
  );
  return rows;
}

/** @returns false when another worker has applied it meanwhile */
export async function markReceiptApplied(tx: Db, id: string, appliedAt: Instant): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update delivery_report set applied_at = $2 where id = $1 and applied_at is null`,
    [id, at(appliedAt)],
  );
  return rowCount === 1;
}

type WithoutReceipt = {
  readonly address: string;
  readonly claimedAt: Instant;
  readonly providerId: string;
};

/** Moments to ask at: 20 minutes (Alibaba Cloud stops pushing after 16), two hours and a day after the claim. */
const ASK_AFTER = ['20 minutes', '2 hours', '1 day'];

/** Takes messages to ask about; each is returned once for each moment. */
export async function takeWithoutReceipt(
  db: Db,
  now: Instant,
  atMost = 20,
): Promise<WithoutReceipt[]> {
  const { rows } = await db.query<WithoutReceipt>(
    `update message set polls = polls + 1
      where key in (select key from message
                     where channel = 'sms' and state in ('sent', 'unknown') and provider_id is not null
                       and polls < cardinality($2::interval[])
                       and claimed_at < $1::timestamptz - ($2::interval[])[polls + 1]
                       and claimed_at > $1::timestamptz - interval '3 days'
                     order by claimed_at limit $3 for update skip locked)
      returning address, claimed_at as "claimedAt", provider_id as "providerId"`,
    [at(now), ASK_AFTER, atMost],
  );
  return rows;
}
