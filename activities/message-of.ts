/** Which message a delivery goes out with. */

import type { Db } from '../store/db/pool.ts';
import { findMessage, type Message } from '../store/read/messages.ts';
import type { AddressRecord } from '../store/write/claim.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import type { Scene } from './outgoing/outgoing.ts';

/**
 * The delivery's message, or the one it is to have: of that key when it may.
 *
 * A peer that came too late for the common message, or was left by it, has one of its own; so has the second of two
 * receipts of one unit that an outage moved to the same instant. Null when the same step has told the same person
 * already: liaison and deputy share a mailbox.
 */
export async function messageOf(
  tx: Db,
  { delivery, now }: Scene,
  key: string,
  { message, toldInOtherRole }: Pick<AddressRecord, 'message' | 'toldInOtherRole'>,
): Promise<{ key: string; known: Message | null } | null> {
  const isNew = delivery.message === null;
  if (isNew && toldInOtherRole) {
    const reason = '与另一角色是同一地址，同一信息不重发';
    await settleDelivery(tx, delivery.key, { state: 'skipped', reason }, now);
    return null;
  }
  const isOthers = message !== null && message.owner !== delivery.key;
  // The one that sends it settles this delivery too; whether an SMS that died had gone, nobody knows.
  const isUndecided = message?.state === 'unknown' && delivery.channel === 'sms';
  const isCarried = !isNew && (message?.state === 'sending' || isUndecided);
  if (!isOthers || isCarried) return { key, known: message };
  const own = `${key}#${delivery.key}`;
  return { key: own, known: await findMessage(tx, own) };
}
