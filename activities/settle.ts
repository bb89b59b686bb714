/** The outcome of one attempt, written under the same locks as the claim, and the look that follows from it. */

import type { Instant } from '../domain/time.ts';
import { findDelivery } from '../store/deliveries.ts';
import { type HeldTogether, hold } from '../store/hold.ts';
import { settleMessage } from '../store/messages.ts';
import { nextLook } from '../store/next-look.ts';
import { readObligation } from '../store/obligations.ts';
import { tellToLook } from '../store/outbox.ts';
import { atOnce, type Db } from '../store/pool.ts';
import { letPeersGo } from './carry-peers.ts';
import type { Deps } from './deps.ts';
import { fallBack } from './fall-back.ts';
import { type Look, lookAt } from './look.ts';
import { type MessageToSend, obligationsIn } from './message.ts';

export type Outcome =
  | { readonly state: 'sent'; readonly providerId: string }
  | { readonly state: 'rejected' | 'unknown'; readonly reason: string }
  | {
      readonly state: 'failed for now';
      readonly reason: string;
      readonly retryAfterMs: number | undefined;
    };

export async function settle(
  tx: Db,
  deps: Deps,
  of: {
    readonly obligation: string;
    readonly claim: MessageToSend;
    readonly outcome: Outcome;
    readonly now: Instant;
  },
): Promise<Look> {
  const { claim, outcome, now } = of;
  const peers = obligationsIn(claim).filter((id) => id !== of.obligation);
  const [held, keys, seen] = await atOnce([
    hold(tx, of.obligation, peers),
    settleMessage(tx, claim.key, claim.attempt, outcome, now),
    // What failed is followed by more before the look.
    outcome.state === 'sent' ? nextLook(tx, of.obligation, false) : null,
  ]);
  if (outcome.state === 'rejected' || outcome.state === 'unknown') {
    for (const key of keys) await fallBackOf(tx, deps, held, key, outcome.state, now);
  }
  // A later attempt has taken the message over, with what it carries.
  const isSuperseded = keys.length === 0;
  if (outcome.state === 'failed for now' && !isSuperseded)
    await letPeersGo(tx, claim.key, [claim.owner], now);
  // The fallback of a peer is the business of its own workflow, which has gone on meanwhile.
  else if (outcome.state !== 'sent') await tellToLook(tx, peers);
  const present = { obligation: of.obligation, round: held.round, rules: held.rules, now };
  return lookAt(tx, present, { offset: deps.offset, fresh: false }, seen);
}

async function fallBackOf(
  tx: Db,
  deps: Deps,
  { heldOf }: HeldTogether,
  key: string,
  became: 'rejected' | 'unknown',
  now: Instant,
): Promise<void> {
  const delivery = await findDelivery(tx, key);
  if (delivery?.obligation == null) return;
  const of = await readObligation(tx, delivery.obligation);
  await fallBack(tx, deps, { delivery, of, now, ...heldOf(of.id) }, became);
}
