/**
 * Other obligations that the same mail or SMS is about: the same person, channel, kind and instant (one body with two
 * name-plates, a liaison of two units). Read before the locks are taken, because all of them are taken in one order.
 */
import { partsOf } from '../domain/obligation.ts';
import { addressIn, roleOf } from '../domain/recipient.ts';
import { findPeers } from '../store/peers.ts';
import type { Db } from '../store/pool.ts';
import { readRules } from '../store/rules.ts';
import { recipientOf } from './recipient.ts';
import type { ClaimInput } from './scene.ts';

export async function peersOf(tx: Db, { obligation, target, now }: ClaimInput): Promise<string[]> {
  const { channel, slot } = target;
  if (channel !== 'email' && channel !== 'sms') return [];
  const found = await findPeers(tx, { ...target, obligation, channel, role: roleOf(slot) });
  if (!found.some(({ isCandidate }) => isCandidate)) return found.map((peer) => peer.obligation);
  const rules = await readRules(tx, partsOf(obligation).plan);
  const addressFor = async (id: string): Promise<string | null> => {
    const reached = await recipientOf(tx, rules, partsOf(id).unit, slot, now);
    return reached && addressIn(reached, channel);
  };
  const own = await addressFor(obligation);
  const peers: string[] = [];
  for (const { obligation: peer, isCandidate } of found) {
    if (!isCandidate || (own !== null && (await addressFor(peer)) === own)) peers.push(peer);
  }
  return peers;
}
