/**
 * What a provider says later about a message it took over: it reached the telephone or mailbox, or it did not. The same
 * report may come several times and out of order; whoever keeps it goes by key and provider's id.
 */
export type DeliveryReport = {
  readonly channel: 'sms' | 'email';
  /** The message's reference (gateways/reference.ts), where the provider gives it back. */
  readonly key: string | null;
  /** The id from the `Receipt` of sending. */
  readonly providerId: string | null;
  readonly outcome: 'delivered' | 'undelivered';
  /** The carrier's or provider's own code, for people to look up. */
  readonly code: string | null;
  /** When the carrier says it happened. */
  readonly at: Date | null;
};

/** A message that was handed over, to ask after when no report came by itself. */
export type SentSms = {
  readonly to: string;
  readonly sentAt: Date;
  readonly providerId: string;
};
