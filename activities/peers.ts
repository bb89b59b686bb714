/**
 * Other obligations that the same mail or SMS is about: the same person, channel, kind and instant (one body with two
 * name-plates, a liaison of two units or in two plans). Read before the locks are taken, because all of them are taken
 * in one order.
 */
import { ApplicationFailure } from '@temporalio/common';
import { partsOf } from '../domain/obligation/obligation.ts';
import { addressIn, roleOf } from '../domain/people/recipient.ts';
import type { Slot } from '../domain/plan/policy.ts';
import { mayShare } from '../domain/texts/reader.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Db } from '../store/db/pool.ts';
import { deliveriesOfMessage } from '../store/read/deliveries.ts';
import { type Rules, readRules } from '../store/read/plans.ts';
import { findPeers, sharesAddress } from '../store/write/claim.ts';
import type { ClaimInput, Peer } from './outgoing/outgoing.ts';
import { recipientOf } from './recipient.ts';

/** Whether there is a reason to look for them: it says of hardly any message that there is. */
export async function mayHavePeers(tx: Db, { obligation, target }: ClaimInput): Promise<boolean> {
  const { channel, slot } = target;
  if (channel !== 'email' && channel !== 'sms') return false;
  return sharesAddress(tx, { obligation, channel, role: roleOf(slot) });
}

export async function peersOf(tx: Db, input: ClaimInput): Promise<Peer[]> {
  const { obligation, target } = input;
  const { channel, slot } = target;
  if (channel !== 'email' && channel !== 'sms') return [];
  const found = await findPeers(tx, { ...target, obligation, channel, role: roleOf(slot) });
  const addressOf = addressesBy(tx, channel, input.now);
  const own = found.some((peer) => peer.isCandidate) ? await addressOf(obligation, slot) : null;
  const isTheReader = async (of: string, as: Slot): Promise<boolean> =>
    own !== null && mayShare(slot, as) && (await addressOf(of, as)) === own;
  const peers: Peer[] = [];
  for (const { isCandidate, slots, ...peer } of found) {
    for (const as of slots) {
      if (!isCandidate || (await isTheReader(peer.obligation, as)))
        peers.push({ ...peer, slot: as });
    }
  }
  return onceEach(peers);
}

/**
 * The peers were read before the locks: an earlier attempt that was claimed in between may have carried others, and
 * nothing of them is held.
 * @throws ApplicationFailure, to begin anew
 */
export async function insistOn(tx: Db, message: string, held: readonly string[]): Promise<void> {
  const carried = await deliveriesOfMessage(tx, message);
  if (carried.every(({ obligation }) => obligation === null || held.includes(obligation))) return;
  throw ApplicationFailure.create({
    type: 'PassingFailure',
    message: 'the message has come to carry others meanwhile',
    nextRetryDelay: '1s',
  });
}

function addressesBy(tx: Db, channel: 'email' | 'sms', now: Instant) {
  const rules = new Map<string, Rules>();
  return async (obligation: string, slot: Slot): Promise<string | null> => {
    const { plan, unit } = partsOf(obligation);
    const inForce = rules.get(plan) ?? (await readRules(tx, plan));
    rules.set(plan, inForce);
    const reached = await recipientOf(tx, inForce, unit, slot, now);
    return reached && addressIn(reached, channel);
  };
}

/** Liaison and deputy of a unit may share the mailbox: it is told once, as the liaison's. */
function onceEach(peers: readonly Peer[]): Peer[] {
  const byUnit = new Map<string, Peer>();
  for (const peer of peers) {
    if (peer.slot === 'liaison' || !byUnit.has(peer.obligation)) byUnit.set(peer.obligation, peer);
  }
  return [...byUnit.values()];
}
