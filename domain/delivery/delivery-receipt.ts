/** What a carrier or mail server says about a message after it was handed over. */
import type { DeliveryState } from './delivery.ts';

export type ReceiptOutcome = 'delivered' | 'undelivered';

/** About one message, identified by our reference, by the provider's id, or by both. */
export type DeliveryReceipt = {
  readonly channel: 'sms' | 'email';
  /** Reference of the message's key, where the other side returns it. */
  readonly key: string | null;
  readonly providerId: string | null;
  readonly outcome: ReceiptOutcome;
  /** Its code, e.g. `DELIVERED` or `5.1.1`; never its text, which may contain the address. */
  readonly code: string | null;
  readonly at: Date | null;
};

/**
 * The state after a receipt, or null when it changes nothing. The first receipt decides; later, repeated or contradicting ones
 * change nothing, nor does a receipt for a message that was never handed over.
 */
export function afterReceipt(
  state: DeliveryState | 'failed for now',
  outcome: ReceiptOutcome,
): 'delivered' | 'rejected' | null {
  if (state !== 'sent' && state !== 'unknown') return null;
  return outcome === 'delivered' ? 'delivered' : 'rejected';
}
