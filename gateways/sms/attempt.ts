import { randomUUID } from 'node:crypto';
import type { DeliveryReceipt } from '../../domain/delivery/delivery-receipt.ts';
import { GatewayError, type HandedOver, type SentSms, type SmsMessage } from '../gateway.ts';
import type { Approved } from './approved-template.ts';

/** Clock, nonce and time limit of an attempt; tests pass their own. */
export type Means = {
  /** The host's clock in milliseconds, not plan time: providers refuse signatures that are minutes off. */
  readonly now: () => number;
  readonly nonce: () => string;
  /** The longest that one attempt may take. */
  readonly limitMs: number;
};

export const OWN_MEANS: Means = { now: Date.now, nonce: randomUUID, limitMs: 10_000 };

/** One provider's interface, as `open.ts` uses it. */
export type SmsSender = {
  /**
   * @param approved the template and its values to send; null where the provider takes free text
   * @throws GatewayError, and nothing else
   */
  send(
    this: void,
    message: SmsMessage,
    approved: Approved | null,
    signal: AbortSignal | undefined,
  ): Promise<HandedOver>;
  /** As `SmsGateway.pollReceipts`. */
  readonly pollReceipts?: (sent: SentSms, signal?: AbortSignal) => Promise<DeliveryReceipt[]>;
};

/** For providers that send templates only. @throws GatewayError `misconfigured` */
export function mustBeApproved(approved: Approved | null): Approved {
  if (approved !== null) return approved;
  throw new GatewayError('sms: no templates', { misconfigured: true });
}

/** A mainland mobile as the carriers write it, with eleven digits; other numbers stay as they are. */
export const mainland = (to: string): string => to.replace(/^\+86(?=1\d{10}$)/, '');

/** E.164, e.g. `+8613800000000`. */
export const international = (to: string): string => (/^1\d{10}$/.test(to) ? `+86${to}` : to);
