/** What providers and mail servers report of a message later: kept at once, applied by the worker. */

import { createHash } from 'node:crypto';
import type { DeliveryReceipt, ReceiptOutcome } from '../../domain/delivery/delivery-receipt.ts';
import type { Instant, Now } from '../../domain/time/time.ts';
import { at, type Db, type Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { markBounced } from './bounced-addresses.ts';

/** LISTEN/NOTIFY: a report waits. A hint; the worker's sweep is what guarantees. */
export const RECEIPT_CHANNEL = 'cuibao_report';

/** Once this has returned, the report is not lost. @returns false when the same one was kept before */
export async function keepReceipt(
  db: Db,
  report: DeliveryReceipt,
  arrivedAt: Instant,
): Promise<boolean> {
  const { channel, key, providerId, outcome, code } = report;
  const { rows } = await db.query(
    `with kept as (
       insert into delivery_report (id, channel, reference, provider_id, outcome, code, at, arrived_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning 1)
     select pg_notify($9, '') from kept`,
    [
      idOf(report),
      channel,
      key,
      providerId,
      outcome,
      code,
      report.at,
      at(arrivedAt),
      RECEIPT_CHANNEL,
    ],
  );
  return rows.length > 0;
}

/** Not the moment it names: a provider that repeats itself may say it with another one. */
const idOf = ({ channel, key, providerId, outcome, code }: DeliveryReceipt): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, key, providerId, outcome, code]))
    .digest('hex');

/** What a bounce changes in the record (gateways/mail/bounce.ts says when). */
export const bounceRecord = (pool: Pool, now: Now) => ({
  find: (beginning: string) => findByReference(pool, beginning),

  /** The report waits for the worker, which lets something else take the message's place; the address is marked or noted at once. */
  take: (report: DeliveryReceipt, verdict: 'undelivered' | 'not now'): Promise<void> =>
    inTransaction(pool, async (tx) => {
      const at = await now();
      await keepReceipt(tx, report, at);
      const found = report.key === null ? null : await findByReference(tx, report.key);
      if (found === null) return;
      const { key: message } = found;
      // Instants of the record are plan time, so the report's own does not serve.
      await markBounced(tx, { message, verdict, code: report.code, at });
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
    // What lies between the two begins so, as no digit comes behind f; unlike a pattern, it uses the index.
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
 * Reports whose message is settled, in the order they came. One whose message is still being sent waits for its
 * settling; one that fits no message waits as well: it may belong to an attempt of which nothing is known yet.
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

/** After 20 minutes (Alibaba Cloud stops pushing after 16), two hours and a day; then nobody will say any more. */
const ASK_AFTER = ['20 minutes', '2 hours', '1 day'];

/** Takes some for asking; each is given out once for each of the three moments. */
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
