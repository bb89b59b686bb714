/**
 * What failed for now is planned a while later, and the round's look comes back to it then. Repeated by Temporal, or
 * looked at again at once, a mail server that is away for a night would fill the round's history.
 */
import { type Instant, instant, MINUTE, plus } from '../domain/time/time.ts';
import type { Db } from '../store/db/pool.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import { settleMessage } from '../store/write/messages.ts';
import type { Outcome } from './outgoing/settle.ts';

export const LONGEST_PAUSE_MS = 15 * MINUTE;

/** 1, 2, 4, 8 minutes, then a quarter of an hour. */
export const growingPauseMs = (attempts: number): number =>
  Math.min(2 ** (attempts - 1) * MINUTE, LONGEST_PAUSE_MS);

export async function settleOrTryLater(
  tx: Db,
  message: { readonly key: string; readonly attempt: string; readonly pauseMs: number },
  outcome: Outcome,
  now: Instant,
): Promise<void> {
  const deliveries = await settleMessage(tx, message.key, message.attempt, outcome, now);
  if (outcome.state !== 'failed for now') return;
  const { reason, retryAfterMs = 0 } = outcome;
  const at = wholeMinute(plus(now, Math.max(message.pauseMs, retryAfterMs)));
  await settleDelivery(tx, deliveries, { state: 'planned', reason, at }, null);
}

// What failed side by side is tried again side by side, with one look.
const wholeMinute = (at: Instant): Instant => instant(Math.ceil(at / MINUTE) * MINUTE);
