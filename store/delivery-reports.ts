/** Reports that wait to be applied to the message they are about (kept by keep-report.ts). */
import type { ReceiptOutcome } from '../domain/delivery/delivery-receipt.ts';
import type { Instant } from '../domain/time/time.ts';
import { at, type Db } from './db/transaction.ts';

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
