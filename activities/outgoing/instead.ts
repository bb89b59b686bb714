/**
 * What happens instead of sending: a fallback for a delivery that cannot reach its person, and an end for a message
 * that its owner does not continue. The caller has the locks of everything that the message carries.
 */

import { type DeliveryState, deliveryKey } from '../../domain/delivery/delivery.ts';
import { fallback, waitBefore } from '../../domain/delivery/fallback.ts';
import { isSentAgain } from '../../domain/ladder/called-steps.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import { fitAfter, windowEnd } from '../../domain/time/send-window.ts';
import { type Instant, plus } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { deliveriesOfMessage, deliveriesOfStep } from '../../store/read/deliveries.ts';
import { findMessage, type Message } from '../../store/read/messages.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { insertDeliveries, settleDelivery } from '../../store/write/deliveries.ts';
import { endMessage, letOthersGo } from '../../store/write/messages.ts';
import { tellToLook } from '../../store/write/outbox.ts';
import type { Deps } from '../deps.ts';
import { giveTask } from '../obligation/tasks.ts';
import type { OfUnit, Outgoing } from './outgoing.ts';

type Needed = Pick<Deps, 'demonstration'>;

/** Writes what domain/delivery/fallback.ts decides. A delivery about a round has no fallback: it is listed as failed. */
export async function fallBack(
  tx: Db,
  deps: Needed,
  failing: OfUnit,
  became: DeliveryState,
): Promise<void> {
  const { delivery, of, now, rules } = failing;
  if (became === 'unknown') {
    await giveTask(tx, deps, failing, { kind: 'unknown', reason: 'call' });
    return;
  }
  const step = await deliveriesOfStep(tx, of.id, delivery.cycle, delivery.step);
  const next = fallback(delivery.kind, { ...delivery, state: became }, step);
  if (next.kind === 'covered') return;
  // An officer chose role and channel; when it fails again, it is listed as failed again.
  if (next.kind === 'target' && isSentAgain(delivery.step)) return;
  const wait = waitBefore(next, delivery.slot, rules.plan.policy.fallback);
  if (next.kind === 'task' && wait === 0) {
    await giveTask(tx, deps, failing, { kind: 'unreachable', reason: 'unreachable' });
    return;
  }
  const to: { slot: Slot; channel: Channel } =
    next.kind === 'task' ? { slot: 'officer', channel: 'task' } : next;
  const at = fitAfter(rules.window, plus(now, wait));
  await insertDeliveries(tx, [
    {
      ...delivery,
      key: deliveryKey(of.id, delivery.cycle, delivery.step, to.slot, to.channel),
      slot: to.slot,
      channel: to.channel,
      state: 'planned',
      at,
      notAfter: windowEnd(rules.window, at),
      insteadOf: delivery.key,
      person: null,
      message: null,
      content: null,
      reason: null,
      settledAt: null,
    },
  ]);
}

const HALF_SENT = '发送中断，不知是否已送出；未重发';

/**
 * Never repeats an SMS or a group text whose attempt died, because it may have been sent: settles it `unknown` for
 * everything that it carries.
 * @returns true when it did so
 */
export async function settleHalfSent(tx: Db, deps: Needed, outgoing: Outgoing): Promise<boolean> {
  const message = await ownMessage(tx, outgoing);
  if (message?.state !== 'sending' || message.channel === 'email') return false;
  await endHalfSent(tx, deps, outgoing, message);
  return true;
}

export async function endHalfSent(
  tx: Db,
  deps: Needed,
  outgoing: Outgoing,
  { key }: Pick<Message, 'key'>,
): Promise<void> {
  await endMessage(tx, key, 'unknown', HALF_SENT, outgoing.now);
  await settleOthersUnknown(tx, deps, outgoing, key);
  await settleUnknown(tx, deps, outgoing);
}

/** One delivery; in an open round an officer gets the task to find out. */
export async function settleUnknown(
  tx: Db,
  deps: Needed,
  outgoing: Outgoing | OfUnit,
): Promise<void> {
  const { delivery, now } = outgoing;
  await settleDelivery(tx, delivery.key, { state: 'unknown', reason: HALF_SENT }, now);
  if ('of' in outgoing && outgoing.round.phase === 'open')
    await fallBack(tx, deps, outgoing, 'unknown');
}

/**
 * Ends a message that its owner does not continue. Other deliveries that it carried are planned again, or `unknown`
 * for an SMS that may have been sent. Does nothing when another delivery owns the message.
 */
export async function leaveMessage(
  tx: Db,
  deps: Needed,
  outgoing: Outgoing,
  reason: string,
): Promise<void> {
  const message = await ownMessage(tx, outgoing);
  if (message === null) return;
  const hasDied = message.state === 'sending';
  await endMessage(tx, message.key, hasDied ? 'unknown' : 'given up', reason, outgoing.now);
  if (!hasDied) return;
  if (message.channel === 'email')
    await letGo(tx, message.key, [outgoing.delivery.key], outgoing.now);
  else await settleOthersUnknown(tx, deps, outgoing, message.key);
}

/**
 * The owner continues later (after a pause, in the next window) with a mail about itself alone. The message stays
 * `sending` until then, because it may have arrived.
 */
export async function leaveOthers(tx: Db, outgoing: Outgoing): Promise<void> {
  const message = await ownMessage(tx, outgoing);
  if (message?.state === 'sending')
    await letGo(tx, message.key, [outgoing.delivery.key], outgoing.now);
}

/** Removes all other deliveries from a message. Each is planned again, and its workflow is told to look. */
export async function letGo(
  tx: Db,
  message: string,
  kept: readonly string[],
  now: Instant,
): Promise<void> {
  await tellToLook(tx, await letOthersGo(tx, message, kept, now));
}

async function ownMessage(tx: Db, { kind, delivery }: Outgoing): Promise<Message | null> {
  // A question stays with its message: the other units in it are still asked.
  if (delivery.message === null || kind === 'liaison question') return null;
  const message = await findMessage(tx, delivery.message);
  return message?.owner === delivery.key ? message : null;
}

async function settleOthersUnknown(
  tx: Db,
  deps: Needed,
  outgoing: Outgoing,
  message: string,
): Promise<void> {
  if (outgoing.kind !== 'unit message') return;
  const { delivery, now, lockedOf } = outgoing;
  const left: string[] = [];
  for (const other of await deliveriesOfMessage(tx, message)) {
    const isWaiting = other.state === 'sending' || other.state === 'planned';
    if (other.key === delivery.key || other.obligation === null || !isWaiting) continue;
    const of = await readObligation(tx, other.obligation);
    await settleUnknown(tx, deps, { delivery: other, of, now, ...lockedOf(of.id) });
    left.push(of.id);
  }
  await tellToLook(tx, left);
}
