/**
 * A message whose attempt died, and with which its owner does not go on, or not now: what it carried for others must
 * neither stay behind nor be said twice. The caller holds all obligations that it carried.
 */

import type { Db } from '../store/db/pool.ts';
import { deliveriesOfMessage } from '../store/read/deliveries.ts';
import { findMessage, type Message } from '../store/read/messages.ts';
import { readObligation } from '../store/read/obligations.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import type { LockedTogether } from '../store/write/locked.ts';
import { endMessage } from '../store/write/messages.ts';
import { tellToLook } from '../store/write/outbox.ts';
import type { Deps } from './deps.ts';
import { fallBack } from './outgoing/instead.ts';
import type { Scene } from './outgoing/outgoing.ts';
import { letPeersGo } from './outgoing/peers.ts';

type Leaving = Pick<Scene, 'delivery' | 'now'> & Pick<LockedTogether, 'heldOf'>;
type Waiting = Leaving & Pick<Scene, 'of' | 'round' | 'rules'>;
type Needed = Pick<Deps, 'demonstration'>;

/** The owner will not go on. Does nothing when the message is another's: that one decides. */
export async function leaveMessage(
  tx: Db,
  deps: Needed,
  scene: Leaving,
  reason: string,
): Promise<void> {
  const message = await ownMessage(tx, scene);
  if (message === null) return;
  const hasDied = message.state === 'sending';
  await endMessage(tx, message.key, hasDied ? 'unknown' : 'given up', reason, scene.now);
  if (hasDied) await leaveOthers(tx, deps, scene, message);
}

/**
 * The owner goes on later (a pause, the next window): a mail about its own alone. It stands at `sending` until then, for it
 * may have arrived; its delivery, planned again, is in the looks.
 * @returns true when it will not after all: an SMS is not known not to have gone
 */
export async function putBack(tx: Db, deps: Needed, scene: Waiting): Promise<boolean> {
  const message = await ownMessage(tx, scene);
  if (message?.state !== 'sending') return false;
  if (message.channel === 'sms') {
    await endSms(tx, deps, scene);
    return true;
  }
  await leaveOthers(tx, deps, scene, message);
  return false;
}

const HALF_WAY = '发送中断，不知是否已送出；未重发';

/** An SMS whose attempt died half-way is not said again, to nobody whom it was about. */
export async function endSms(tx: Db, deps: Needed, scene: Waiting): Promise<void> {
  await leaveMessage(tx, deps, scene, HALF_WAY);
  await unknownToOwner(tx, deps, scene);
}

/** Of one delivery: nobody knows whether it has gone, and an officer is asked to find out while the round is open. */
export async function unknownToOwner(
  tx: Db,
  deps: Needed,
  scene: Omit<Waiting, 'heldOf'>,
): Promise<void> {
  await settleDelivery(tx, scene.delivery.key, { state: 'unknown', reason: HALF_WAY }, scene.now);
  if (scene.round.phase === 'open') await fallBack(tx, deps, scene, 'unknown');
}

async function ownMessage(tx: Db, { delivery }: Leaving): Promise<Message | null> {
  const message = delivery.message === null ? null : await findMessage(tx, delivery.message);
  return message?.owner === delivery.key ? message : null;
}

async function leaveOthers(
  tx: Db,
  deps: Needed,
  { delivery, now, heldOf }: Leaving,
  message: Message,
): Promise<void> {
  if (message.channel !== 'sms') return letPeersGo(tx, message.key, [delivery.key], now);
  const left: string[] = [];
  for (const other of await deliveriesOfMessage(tx, message.key)) {
    const isWaiting = other.state === 'sending' || other.state === 'planned';
    if (other.key === delivery.key || other.obligation === null || !isWaiting) continue;
    const of = await readObligation(tx, other.obligation);
    await unknownToOwner(tx, deps, { delivery: other, of, now, ...heldOf(of.id) });
    left.push(of.id);
  }
  await tellToLook(tx, left);
}
