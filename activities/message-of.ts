/** Which message a delivery goes out with. */
import { messageKey } from '../domain/delivery.ts';
import { type Delivery, deliveriesOfMessage, settleDelivery } from '../store/deliveries.ts';
import { findMessage, type Message } from '../store/messages.ts';
import type { Db } from '../store/pool.ts';
import type { Scene } from './scene.ts';

/**
 * The delivery's message, or the one it is to have.
 *
 * A peer that came too late for the common message, or was let go by it, has one of its own; so has the second of two
 * receipts of one unit that an outage moved to the same instant. Null when the same step has told the same person
 * already: liaison and deputy share a mailbox.
 */
export async function messageOf(
  tx: Db,
  { delivery, now }: Scene,
  channel: 'email' | 'sms',
  address: string,
): Promise<{ key: string; known: Message | null } | null> {
  const key = delivery.message ?? messageKey(channel, address, delivery.kind, delivery.at);
  const taken = await findMessage(tx, key);
  if (taken === null || taken.owner === delivery.key || delivery.message !== null)
    return { key, known: taken };
  const carries = (await deliveriesOfMessage(tx, key)).some((other) => isSameStep(other, delivery));
  if (!carries || !isOnItsWay(taken.state)) {
    const own = `${key}#${delivery.key}`;
    return { key: own, known: await findMessage(tx, own) };
  }
  const reason = '与另一角色是同一地址，同一信息不重发';
  await settleDelivery(tx, delivery.key, { state: 'skipped', reason }, now);
  return null;
}

const isSameStep = (one: Delivery, other: Delivery): boolean =>
  one.obligation === other.obligation && one.cycle === other.cycle && one.step === other.step;

const isOnItsWay = (state: Message['state']): boolean =>
  state === 'sending' || state === 'sent' || state === 'delivered';
