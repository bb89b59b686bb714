/**
 * Other obligations that the same mail or SMS is about: the same person, channel, kind and instant (one body with two
 * name-plates, a liaison of two units). Read before the locks are taken, because all of them are taken in one order.
 */
import { findPeers } from '../store/peers.ts';
import type { Db } from '../store/pool.ts';
import { roleOf } from './recipient.ts';
import type { ClaimInput } from './scene.ts';

export async function peersOf(tx: Db, { obligation, target }: ClaimInput): Promise<string[]> {
  const { channel, slot } = target;
  if (channel !== 'email' && channel !== 'sms') return [];
  return findPeers(tx, { ...target, obligation, channel, role: roleOf(slot) });
}
