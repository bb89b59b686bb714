/** What became of a message after it was handed over: a carrier's receipt, or the bounce of a mail. */
import type { DeliveryState } from './delivery.ts';

export type ReceiptOutcome = 'delivered' | 'undelivered';

/** What a provider or a mail server says of one message, named by our reference, by its own id, or by both. */
export type DeliveryReceipt = {
  readonly channel: 'sms' | 'email';
  /** The reference of the message's key, where the other side gives it back. */
  readonly key: string | null;
  readonly providerId: string | null;
  readonly outcome: ReceiptOutcome;
  /** The other side's code, e.g. `DELIVERED` or `5.1.1`; never a sentence, which could repeat the address. */
  readonly code: string | null;
  readonly at: Date | null;
};

/**
 * The state after a report, or null when it changes nothing. The first report decides: late, repeated and contradicting
 * ones never move a state back, and none brings to life what was never handed over.
 */
export function afterReceipt(
  state: DeliveryState | 'failed for now',
  outcome: ReceiptOutcome,
): 'delivered' | 'rejected' | null {
  if (state !== 'sent' && state !== 'unknown') return null;
  return outcome === 'delivered' ? 'delivered' : 'rejected';
}
