/** One message for several obligations: deliveries of the peers are taken along, and let go again when it fails. */
import { isLasting } from '../domain/called-steps.ts';
import { deliveryKey } from '../domain/delivery.ts';
import type { About } from '../domain/facts.ts';
import type { Reached } from '../domain/leave.ts';
import { isOutstanding, type Obligation } from '../domain/obligation.ts';
import { type Delivery, findDelivery } from '../store/deliveries.ts';
import { readAbout } from '../store/facts.ts';
import { letOthersGo } from '../store/messages.ts';
import { readObligation } from '../store/obligations.ts';
import { tellToLook } from '../store/outbox.ts';
import type { Db } from '../store/pool.ts';
import { findStep } from '../store/steps.ts';
import type { Deps } from './deps.ts';
import { performStep } from './perform-step.ts';
import { recipientOf } from './recipient.ts';
import type { Scene } from './scene.ts';

export type Carried = {
  readonly key: string;
  readonly about: About;
  /** Who answers for that unit today: the same address as the owner's. */
  readonly reached: Reached | null;
};

/** Performs the same step of the peers too, so that one message carries the deliveries of all. */
export async function takePeers(tx: Db, deps: Deps, scene: Scene): Promise<Carried[]> {
  const taken: Carried[] = [];
  for (const id of scene.peers) {
    const of = await readObligation(tx, id);
    const delivery = await waitingDelivery(tx, scene, of);
    if (delivery === null) continue;
    const { rules, target, now } = scene;
    taken.push({
      key: delivery.key,
      about: await aboutOf(tx, deps, { ...scene, of }),
      reached: await recipientOf(tx, rules, of.unit, target.slot, now),
    });
  }
  return taken;
}

export const aboutOf = (tx: Db, deps: Deps, scene: Scene): Promise<About> =>
  readAbout(tx, {
    rules: scene.rules,
    round: scene.round,
    obligation: scene.of,
    kind: scene.delivery.kind,
    asOf: scene.now,
    plannedAt: scene.delivery.at,
    online: deps.webUrl,
  });

/** A peer's step may have been performed already, for its other channel: then the delivery waits, and is taken too. */
async function waitingDelivery(tx: Db, scene: Scene, of: Obligation): Promise<Delivery | null> {
  const { target, delivery: mine, now } = scene;
  if (of.cycle !== target.cycle) return null;
  if (!isLasting(mine.kind) && !isOutstanding(of.state)) return null;
  const step = await findStep(tx, of.id, target.cycle, target.step);
  if (step?.at !== mine.at) return null;
  const made = await performStep(tx, of, target, now);
  const key = deliveryKey(of.id, target.cycle, target.step, target.slot, target.channel);
  const delivery = made.get(key) ?? (await findDelivery(tx, key));
  if (delivery?.state !== 'planned' || delivery.message !== null) return null;
  return delivery.at === mine.at ? delivery : null;
}

/** The message goes on about its owner alone; each of the others looks, and is told by a message of its own. */
export async function letPeersGo(tx: Db, message: string, owner: string): Promise<void> {
  await tellToLook(tx, await letOthersGo(tx, message, owner));
}
