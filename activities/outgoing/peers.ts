/** One message for several obligations: deliveries of the peers are taken along, and let go again when it fails. */

import { deliveryKey } from '../../domain/delivery/delivery.ts';
import { isLasting, isStillNeeded } from '../../domain/ladder/called-steps.ts';
import { isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import { addressIn } from '../../domain/people/recipient.ts';
import { isHalted } from '../../domain/round/round.ts';
import type { About } from '../../domain/texts/facts.ts';
import { speakAlike } from '../../domain/texts/joint.ts';
import type { Answering } from '../../domain/texts/reader.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { type Delivery, findDelivery, reachedSince } from '../../store/read/deliveries.ts';
import { readAbout } from '../../store/read/facts.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { findStep } from '../../store/read/steps.ts';
import type { Locked } from '../../store/write/locked.ts';
import { letOthersGo } from '../../store/write/messages.ts';
import { tellToLook } from '../../store/write/outbox.ts';
import type { Deps } from '../deps.ts';
import { performStep } from '../obligation/perform-step.ts';
import { onlineOf } from '../online.ts';
import { recipientOf } from '../recipient.ts';
import type { Peer, Scene } from './outgoing.ts';

/** What a message is about, and by whose rules it is written. */
export type Carried = Answering & Locked & { readonly delivery: Delivery };

/** Performs the same step of the peers too, so that one message carries the deliveries of all. */
export const takePeers = (tx: Db, deps: Deps, scene: Scene): Promise<Carried[]> =>
  carry(tx, deps, scene, (peer, of) => waitingDelivery(tx, scene, peer, of));

/**
 * What a message whose attempt died carries still: for whom it is wanted as before, and at the same address. The same
 * mail goes out again about all of them, so that whoever got the first is not told in other words.
 */
export async function stillCarried(
  tx: Db,
  deps: Deps,
  scene: Scene,
  message: { readonly key: string; readonly channel: 'email' | 'sms'; readonly address: string },
): Promise<Carried[]> {
  const { channel } = scene.target;
  const all = await carry(tx, deps, scene, async (peer, of) => {
    const { cycle, step, slot } = peer;
    const delivery = await findDelivery(tx, deliveryKey(of.id, cycle, step, slot, channel));
    const isInIt = delivery?.message === message.key && isStillNeeded(delivery, of);
    return isInIt && (delivery.state === 'sending' || delivery.state === 'planned')
      ? delivery
      : null;
  });
  return all.filter(
    ({ reached }) => reached !== null && addressIn(reached, message.channel) === message.address,
  );
}

async function carry(
  tx: Db,
  deps: Deps,
  scene: Scene,
  deliveryOf: (peer: Peer, of: Obligation) => Promise<Delivery | null>,
): Promise<Carried[]> {
  const carried: Carried[] = [];
  for (const peer of scene.peers) {
    const held = scene.heldOf(peer.obligation);
    if (!mayJoin(deps, scene, held)) continue;
    const of = await readObligation(tx, peer.obligation);
    const delivery = await deliveryOf(peer, of);
    if (delivery === null) continue;
    carried.push({
      ...held,
      delivery,
      slot: peer.slot,
      about: await aboutOf(tx, deps, { ...held, of, delivery, now: scene.now }),
      reached: await recipientOf(tx, held.rules, of.unit, peer.slot, scene.now),
    });
  }
  return carried;
}

/** A mail has room for what each plan has to say; an SMS is one text, in the words of all or of none. */
function mayJoin(
  { isConfirmed }: Pick<Deps, 'isConfirmed'>,
  { delivery, rules: own }: Scene,
  { round, rules }: Locked,
): boolean {
  if (round.phase !== 'open' || isHalted(round)) return false;
  // One that is bound to fail is not joined, nor does it join.
  if (!isConfirmed(own.plan.id) || !isConfirmed(rules.plan.id)) return false;
  return delivery.channel === 'email' || speakAlike(own.plan, rules.plan, delivery.kind);
}

export const aboutOf = (
  tx: Db,
  deps: Pick<Deps, 'webUrl'>,
  { rules, round, of, delivery, now }: Locked & Pick<Scene, 'of' | 'delivery' | 'now'>,
): Promise<About> =>
  readAbout(tx, {
    rules,
    round,
    obligation: of,
    kind: delivery.kind,
    asOf: now,
    plannedAt: delivery.at,
    online: onlineOf(deps, rules.plan),
  });

/**
 * A peer's step may have been performed already, for its other channel, or the delivery takes the place of one that
 * failed, or was moved into this window: then it waits, and is taken too.
 */
async function waitingDelivery(
  tx: Db,
  { target, delivery: mine, now }: Scene,
  { cycle, step: key, slot }: Peer,
  of: Obligation,
): Promise<Delivery | null> {
  if (of.cycle !== cycle) return null;
  if (!isLasting(mine.kind) && !isOutstanding(of.state)) return null;
  const wanted = deliveryKey(of.id, cycle, key, slot, target.channel);
  const delivery =
    (await findDelivery(tx, wanted)) ??
    (await performed(tx, of, { cycle, key, wanted, mine, now }));
  if (delivery === null || !goesWith(mine, delivery) || now > delivery.notAfter) return null;
  const { insteadOf } = delivery;
  return insteadOf !== null && (await reachedSince(tx, of, insteadOf)) ? null : delivery;
}

const goesWith = (mine: Delivery, { state, message, kind, at }: Delivery): boolean =>
  state === 'planned' && message === null && kind === mine.kind && at === mine.at;

async function performed(
  tx: Db,
  of: Obligation,
  due: {
    readonly cycle: number;
    readonly key: string;
    readonly wanted: string;
    readonly mine: Delivery;
    readonly now: Instant;
  },
): Promise<Delivery | null> {
  const { cycle, key, wanted, mine, now } = due;
  const step = await findStep(tx, of.id, cycle, key);
  if (step?.at !== mine.at || step.kind !== mine.kind) return null;
  return (await performStep(tx, of, step, now)).get(wanted) ?? null;
}

/** The message goes on about those alone; each of the others looks, and is told by a message of its own. */
export async function letPeersGo(
  tx: Db,
  message: string,
  kept: readonly string[],
  now: Instant,
): Promise<void> {
  await tellToLook(tx, await letOthersGo(tx, message, kept, now));
}
