import { randomUUID } from 'node:crypto';

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
