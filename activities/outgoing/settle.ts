/**
 * Writes the outcome of one attempt under the same locks as the claim, and the fallback or the new date when it was not
 * sent. Returns the next look.
 */
import { subjectOf } from '../../domain/delivery/delivery.ts';
import { type Instant, instant, MINUTE, plus } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { atOnce, inOneRoundTrip, inTransaction } from '../../store/db/transaction.ts';
import { findDelivery } from '../../store/read/deliveries.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import { type LockedTogether, lockTogether } from '../../store/write/locked.ts';
import { recordLook } from '../../store/write/looks.ts';
import { settleMessage } from '../../store/write/messages.ts';
import { tellToLook } from '../../store/write/outbox.ts';
import type { Deps } from '../deps.ts';
import { type Look, lookAt, lookOnly } from '../obligation/look.ts';
import { lockRoundOf } from './claim.ts';
import { fallBack, letGo } from './instead.ts';
import { obligationsIn, pauseMs, type ToSend } from './outgoing.ts';

export type Outcome = { readonly state: 'sent'; readonly providerId: string } | NotSent;

type NotSent =
  | { readonly state: 'rejected' | 'unknown'; readonly reason: string }
  | {
      readonly state: 'failed for now';
      readonly reason: string;
      readonly retryAfterMs: number | undefined;
    };

type Settled = {
  readonly claim: ToSend;
  readonly outcome: Outcome;
  readonly now: Instant;
};

/** @returns null for a message about a round */
export async function settle(deps: Deps, of: Settled): Promise<Look | null> {
  const { claim, outcome } = of;
  if (claim.of !== 'unit message') {
    await inTransaction(deps.pool, (tx) => settleOfRound(tx, of));
    return null;
  }
  if (outcome.state === 'sent') return settleSent(deps, of);
  return inTransaction(deps.pool, (tx) => settleNotSent(tx, deps, { ...of, outcome }));
}

/** Usually nothing else has to be written, so the whole transaction is one round trip. */
async function settleSent(deps: Deps, { claim, outcome, now }: Settled): Promise<Look> {
  const options = { offset: deps.offset, fresh: false };
  const obligation = subjectOf(claim.owner.key);
  const [locked, , seen] = await inOneRoundTrip(deps.pool, (tx) => [
    lockTogether(tx, obligation, peersIn(claim)),
    settleMessage(tx, claim.key, claim.attempt, outcome, now),
    recordLook(tx, obligation, false),
  ]);
  const look = lookOnly(seen, { ...locked, now }, options);
  if (look !== null) return look;
  return inTransaction(deps.pool, async (tx) =>
    lookAt(tx, { obligation, ...(await lockTogether(tx, obligation)), now }, options),
  );
}

async function settleNotSent(
  tx: Db,
  deps: Deps,
  { claim, outcome, now }: Settled & { readonly outcome: NotSent },
): Promise<Look> {
  const obligation = subjectOf(claim.owner.key);
  const peers = peersIn(claim);
  const [locked, keys] = await atOnce([
    lockTogether(tx, obligation, peers),
    settleMessage(tx, claim.key, claim.attempt, outcome, now),
  ]);
  const isForNow = outcome.state === 'failed for now';
  if (!isForNow)
    for (const key of keys) await fallBackOf(tx, deps, locked, key, outcome.state, now);
  // No keys: a later attempt has taken the message over.
  if (isForNow && keys.length > 0) await letGo(tx, claim.key, [claim.owner.key], now);
  // A peer's workflow is at another point and has to be told of its fallback.
  else await tellToLook(tx, peers);
  return lookAt(tx, { obligation, ...locked, now }, { offset: deps.offset, fresh: false });
}

const peersIn = (claim: ToSend): string[] =>
  obligationsIn(claim).filter((id) => id !== claim.owner.obligation);

async function fallBackOf(
  tx: Db,
  deps: Deps,
  { lockedOf }: LockedTogether,
  key: string,
  became: 'rejected' | 'unknown',
  now: Instant,
): Promise<void> {
  const delivery = await findDelivery(tx, key);
  if (delivery?.obligation == null) return;
  const of = await readObligation(tx, delivery.obligation);
  await fallBack(tx, deps, { delivery, of, now, ...lockedOf(of.id) }, became);
}

/**
 * After a passing failure that Temporal does not retry the delivery is planned again; the round's look finds it then.
 */
async function settleOfRound(tx: Db, { claim, outcome, now }: Settled): Promise<void> {
  const [, keys] = await atOnce([
    lockRoundOf(tx, claim.owner),
    settleMessage(tx, claim.key, claim.attempt, outcome, now),
  ]);
  const pause = pauseMs(claim.of, claim.attempts);
  if (outcome.state !== 'failed for now' || pause === null) return;
  const { reason, retryAfterMs = 0 } = outcome;
  const at = wholeMinute(plus(now, Math.max(pause, retryAfterMs)));
  await settleDelivery(tx, keys, { state: 'planned', reason, at }, null);
}

// So that messages that failed together are tried again together, with one look.
const wholeMinute = (at: Instant): Instant => instant(Math.ceil(at / MINUTE) * MINUTE);
