/** What a bounce changes in the record (gateways/bounce-intake.ts says when). */
import type { DeliveryReceipt } from '../domain/delivery/delivery-receipt.ts';
import type { Now } from '../domain/time/time.ts';
import { inTransaction, type Pool } from './db/transaction.ts';
import { findByReference, markBounced } from './write/bounced-addresses.ts';
import { keepReceipt } from './write/receipts.ts';

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
