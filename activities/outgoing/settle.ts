/** The outcome of one attempt, written under the same locks as the claim, and the look that follows from it. */

import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { atOnce, inOneRoundTrip, inTransaction } from '../../store/db/transaction.ts';
import { findDelivery } from '../../store/read/deliveries.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { type LockedTogether, lockTogether } from '../../store/write/locked.ts';
import { recordLook } from '../../store/write/looks.ts';
import { settleMessage } from '../../store/write/messages.ts';
import { tellToLook } from '../../store/write/outbox.ts';
import type { Deps } from '../deps.ts';
import { type MessageToSend, obligationsIn } from '../message.ts';
import { type Look, lookAt, lookOnly } from '../obligation/look.ts';
import { fallBack } from './instead.ts';
import { letPeersGo } from './peers.ts';

export type Outcome = { readonly state: 'sent'; readonly providerId: string } | NotSent;

type NotSent =
  | { readonly state: 'rejected' | 'unknown'; readonly reason: string }
  | {
      readonly state: 'failed for now';
      readonly reason: string;
      readonly retryAfterMs: number | undefined;
    };

type Settled = {
  readonly obligation: string;
  readonly claim: MessageToSend;
  readonly outcome: Outcome;
  readonly now: Instant;
};

export async function settle(deps: Deps, of: Settled): Promise<Look> {
  const { outcome } = of;
  if (outcome.state === 'sent') return settleSent(deps, of);
  return inTransaction(deps.pool, (tx) => settleNotSent(tx, deps, { ...of, outcome }));
}

/** Nearly always nothing else has to be written, so the whole transaction is one round trip. */
async function settleSent(deps: Deps, { obligation, claim, outcome, now }: Settled): Promise<Look> {
  const options = { offset: deps.offset, fresh: false };
  const [held, , seen] = await inOneRoundTrip(deps.pool, (tx) => [
    lockTogether(tx, obligation, othersIn(claim, obligation)),
    settleMessage(tx, claim.key, claim.attempt, outcome, now),
    recordLook(tx, obligation, false),
  ]);
  const look = lookOnly(seen, { ...held, now }, options);
  if (look !== null) return look;
  return inTransaction(deps.pool, async (tx) =>
    lookAt(tx, { obligation, ...(await lockTogether(tx, obligation)), now }, options),
  );
}

async function settleNotSent(
  tx: Db,
  deps: Deps,
  of: Settled & { readonly outcome: NotSent },
): Promise<Look> {
  const { obligation, claim, outcome, now } = of;
  const peers = othersIn(claim, obligation);
  const [held, keys] = await atOnce([
    lockTogether(tx, obligation, peers),
    settleMessage(tx, claim.key, claim.attempt, outcome, now),
  ]);
  const isForNow = outcome.state === 'failed for now';
  if (!isForNow) for (const key of keys) await fallBackOf(tx, deps, held, key, outcome.state, now);
  // Without keys a later attempt has taken the message over, with what it carries.
  if (isForNow && keys.length > 0) await letPeersGo(tx, claim.key, [claim.owner], now);
  // The fallback of a peer is the business of its own workflow, which has gone on meanwhile.
  else await tellToLook(tx, peers);
  return lookAt(tx, { obligation, ...held, now }, { offset: deps.offset, fresh: false });
}

const othersIn = (claim: MessageToSend, obligation: string): string[] =>
  obligationsIn(claim).filter((id) => id !== obligation);

async function fallBackOf(
  tx: Db,
  deps: Deps,
  { heldOf }: LockedTogether,
  key: string,
  became: 'rejected' | 'unknown',
  now: Instant,
): Promise<void> {
  const delivery = await findDelivery(tx, key);
  if (delivery?.obligation == null) return;
  const of = await readObligation(tx, delivery.obligation);
  await fallBack(tx, deps, { delivery, of, now, ...heldOf(of.id) }, became);
}
