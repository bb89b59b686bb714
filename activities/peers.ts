/**
 * Other obligations that the same mail or SMS is about: the same person, channel, kind and instant (one body with two
 * name-plates, a liaison of two units). Read before the locks are taken, because all of them are taken in one order.
 */
import { deliveryKey } from '../domain/delivery.ts';
import { findDelivery } from '../store/deliveries.ts';
import { carriedBy, sameMessage } from '../store/messages.ts';
import { readObligation } from '../store/obligations.ts';
import type { Db } from '../store/pool.ts';
import { readRound } from '../store/rounds.ts';
import { findStep } from '../store/steps.ts';
import { addressIn, recipientOf, roleOf } from './recipient.ts';
import type { ClaimInput } from './scene.ts';

export async function peersOf(tx: Db, { obligation, target }: ClaimInput): Promise<string[]> {
  const { cycle, slot, channel } = target;
  if (channel !== 'email' && channel !== 'sms') return [];
  const step = await findStep(tx, obligation, cycle, target.step);
  const mine = await findDelivery(tx, deliveryKey(obligation, cycle, target.step, slot, channel));
  if (mine?.message) {
    const carried = await carriedBy(tx, mine.message);
    return carried.filter((other) => other !== obligation);
  }
  // Performed already, for the other channel: the delivery still waits, and so do those of the peers.
  if (step === null || (mine ?? step).state !== 'planned') return [];
  const of = await readObligation(tx, obligation);
  const round = await readRound(tx, of.round);
  const contact = await recipientOf(tx, round.plan, of.unit, slot);
  const address = contact && addressIn(contact, channel);
  if (!address) return [];
  const { kind, at } = step;
  const to = { channel, address, slot, role: roleOf(slot) };
  return sameMessage(tx, { round: of.round, obligation, ...to, kind, at });
}
