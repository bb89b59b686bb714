/**
 * A message whose attempt died, and with which its owner does not go on: what it carried for others must neither stay
 * behind nor be said twice. The caller holds all obligations that it carried.
 */
import { deliveriesOfMessage, settleDelivery } from '../store/deliveries.ts';
import type { HeldTogether } from '../store/hold.ts';
import { endMessage, findMessage, type Message } from '../store/messages.ts';
import { readObligation } from '../store/obligations.ts';
import { tellToLook } from '../store/outbox.ts';
import type { Db } from '../store/pool.ts';
import { letPeersGo } from './carry-peers.ts';
import type { Deps } from './deps.ts';
import { fallBack } from './fall-back.ts';
import type { Scene } from './scene.ts';

type Leaving = Pick<Scene, 'delivery' | 'now'> & Pick<HeldTogether, 'heldOf'>;

/** Does nothing when the message is another's: that one decides. */
export async function leaveMessage(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  scene: Leaving,
  reason: string,
): Promise<void> {
  const message = await ownMessage(tx, scene);
  if (message === null) return;
  const hasDied = message.state === 'sending';
  await endMessage(tx, message.key, hasDied ? 'unknown' : 'given up', reason, scene.now);
  if (hasDied) await leaveOthers(tx, deps, scene, message);
}

/** The owner waits (a pause), and goes on later: a mail about its own alone. Its SMS is not known to have gone. */
export async function waitWithMessage(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  scene: Leaving & Pick<Scene, 'of' | 'round' | 'rules'>,
): Promise<void> {
  const message = await ownMessage(tx, scene);
  if (message?.state !== 'sending') return;
  if (message.channel === 'sms') await endSms(tx, deps, scene);
  else await leaveOthers(tx, deps, scene, message);
}

const HALF_WAY = '发送中断，不知是否已送出；未重发';

/** Its attempt died half-way: an SMS is not said twice, to nobody whom it was about. */
export async function endSms(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  scene: Leaving & Pick<Scene, 'of' | 'round' | 'rules'>,
): Promise<void> {
  const { delivery, now } = scene;
  await leaveMessage(tx, deps, scene, HALF_WAY);
  await settleDelivery(tx, delivery.key, { state: 'unknown', reason: HALF_WAY }, now);
  await fallBack(tx, deps, scene, 'unknown');
}

async function ownMessage(tx: Db, { delivery }: Leaving): Promise<Message | null> {
  const message = delivery.message === null ? null : await findMessage(tx, delivery.message);
  return message?.owner === delivery.key ? message : null;
}

async function leaveOthers(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  { delivery, now, heldOf }: Leaving,
  message: Message,
): Promise<void> {
  if (message.channel !== 'sms') return letPeersGo(tx, message.key, [delivery.key]);
  const left: string[] = [];
  for (const other of await deliveriesOfMessage(tx, message.key)) {
    const isWaiting = other.state === 'sending' || other.state === 'planned';
    if (other.key === delivery.key || other.obligation === null || !isWaiting) continue;
    const of = await readObligation(tx, other.obligation);
    await settleDelivery(tx, other.key, { state: 'unknown', reason: HALF_WAY }, now);
    await fallBack(tx, deps, { delivery: other, of, now, ...heldOf(of.id) }, 'unknown');
    left.push(of.id);
  }
  await tellToLook(tx, left);
}
