/** Asks the SMS provider for receipts that it has not pushed. */
import { type PlanOffset, toHost } from '../../domain/time/plan-time.ts';
import type { Now } from '../../domain/time/time.ts';
import type { SmsGateway } from '../../gateways/gateway.ts';
import type { Pool } from '../../store/db/pool.ts';
import { keepReceipt, takeWithoutReceipt } from '../../store/write/receipts.ts';

type Asking = {
  readonly pool: Pool;
  readonly sms: SmsGateway;
  readonly now: Now;
  readonly offset: PlanOffset;
};

/** @returns how many messages were asked about; more may wait. Throws when the provider could not be asked */
export async function pollReceipts({ pool, sms, now, offset }: Asking): Promise<number> {
  if (!sms.pollReceipts) return 0;
  const asked = await takeWithoutReceipt(pool, await now());
  const failures: unknown[] = [];
  for (const { address: to, claimedAt, providerId } of asked) {
    const sentAt = new Date(toHost(claimedAt, offset));
    try {
      const reports = await sms.pollReceipts({ to, sentAt, providerId });
      for (const report of reports) await keepReceipt(pool, report, await now());
    } catch (error) {
      // Continue with the others; this one is asked about again later.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return asked.length;
}
