import { randomUUID } from 'node:crypto';
import { GatewayError } from '../gateway.ts';

/** What an adapter needs from its surroundings; tests hand in their own. */
export type Means = {
  /** The host's clock in milliseconds, not plan time: providers refuse a signature that is minutes off. */
  readonly now: () => number;
  readonly nonce: () => string;
  /** One attempt takes no longer. */
  readonly limitMs: number;
};

export const OWN_MEANS: Means = { now: Date.now, nonce: randomUUID, limitMs: 10_000 };

export const stopAfter = (limitMs: number, signal: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(limitMs), ...(signal ? [signal] : [])]);

/** @throws GatewayError `permanent` for what is not one number: several would multiply what one message costs. */
export function refuseOddNumber(to: string): void {
  if (/^\+?\d{5,15}$/.test(to)) return;
  throw new GatewayError('sms: not a mobile number', { permanent: true });
}

/** Eleven digits where it is a mainland mobile, as the carriers write it. */
export const mainland = (to: string): string => to.replace(/^\+86(?=1\d{10}$)/, '');

/** E.164, e.g. `+8613800000000`. */
export const international = (to: string): string => (/^1\d{10}$/.test(to) ? `+86${to}` : to);
