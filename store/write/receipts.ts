/** A report of a carrier or a mail server as it comes in: kept at once, applied to its message later by the worker. */
import { createHash } from 'node:crypto';
import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

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
