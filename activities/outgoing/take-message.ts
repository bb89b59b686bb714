/**
 * Makes a delivery part of a message: finds the recipient, checks the address, composes, and writes the row for this
 * attempt.
 */
import { deadMailbox, messageKey } from '../../domain/delivery/delivery.ts';
import { fitAfter, windowEnd } from '../../domain/time/send-window.ts';
import { HOUR, type Instant, plus } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { atOnce } from '../../store/db/transaction.ts';
import { findMessage, type Message } from '../../store/read/messages.ts';
import { type AddressRecord, readAddressRecord } from '../../store/write/claim.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import { insertMessage, takeOver } from '../../store/write/messages.ts';
import type { Deps } from '../deps.ts';
import { type Composed, compose } from './compose.ts';
import { prepareMessage } from './held.ts';
import { endHalfSent, fallBack, leaveMessage, letGo, settleUnknown } from './instead.ts';
import type { Outgoing, ToSend } from './outgoing.ts';
import { aboutOf, isToBeReleased } from './peers.ts';
import { findRecipient, type Recipient } from './recipient.ts';

/** @returns null when nothing is to be sent; the delivery's new state is written then */
export async function takeMessage(tx: Db, deps: Deps, outgoing: Outgoing): Promise<ToSend | null> {
  const recipient = await findRecipient(tx, deps, outgoing);
  if ('nobody' in recipient) return settleUnsendable(tx, deps, outgoing, recipient.nobody);
  if (outgoing.kind === 'unit message' && (await isToBeReleased(tx, outgoing))) {
    await prepareMessage(tx, deps, outgoing, recipient.person);
    return null;
  }
  const key = keyOf(outgoing, recipient);
  const { delivery, now } = outgoing;
  const asked = { address: recipient.address, since: plus(now, -HOUR), message: key, delivery };
  const [record, about] = await atOnce([
    readAddressRecord(tx, asked),
    outgoing.kind === 'unit message' ? aboutOf(tx, deps, outgoing) : null,
  ]);
  const chosen = await chooseMessage(tx, outgoing, key, record);
  if (chosen === null) return null;
  const { known } = chosen;
  if (known && (await stopKnown(tx, deps, outgoing, known))) return null;
  if (!known && (await stopNew(tx, deps, outgoing, recipient, record))) return null;
  const composed = await compose(tx, deps, outgoing, { recipient, known, about });
  await write(tx, outgoing, recipient, { ...chosen, composed });
  return {
    kind: 'message',
    of: outgoing.kind,
    key: chosen.key,
    owner: delivery,
    channel: channelOf(outgoing),
    attempt: outgoing.attempt,
    attempts: (known?.attempts ?? 0) + 1,
    to: { name: composed.name, address: recipient.address },
    ...composed.words,
    content: composed.content,
    date: now,
  };
}

/** A released document goes by mail. */
function channelOf({ delivery: { channel } }: Outgoing): ToSend['channel'] {
  return channel === 'sms' || channel === 'robot' ? channel : 'email';
}

async function settleUnsendable(
  tx: Db,
  deps: Deps,
  outgoing: Outgoing,
  reason: string,
): Promise<null> {
  await leaveMessage(tx, deps, outgoing, reason);
  await settleDelivery(tx, outgoing.delivery.key, { state: 'skipped', reason }, outgoing.now);
  if (outgoing.kind === 'unit message') await fallBack(tx, deps, outgoing, 'skipped');
  return null;
}

/**
 * Unit messages: same address, channel, kind and instant give the same key, so that one message can cover several
 * units. Messages about a round also have the round and the step in their key, because two rounds may address one
 * officer at the same instant. A delivery that was claimed before keeps its key, also one of an earlier release
 * without the round: under a new key the mail could arrive twice with two Message-IDs.
 */
function keyOf(outgoing: Outgoing, { address }: Recipient): string {
  const { delivery, kind } = outgoing;
  if (delivery.message !== null) return delivery.message;
  const key = messageKey(channelOf(outgoing), address, delivery.kind, delivery.at);
  return kind === 'unit message' ? key : `${key}#${delivery.round}#${delivery.step}`;
}

type Chosen = { readonly key: string; readonly known: Message | null };

/**
 * The message of that key, or a key of its own when another delivery owns that message: a peer that came too late or
 * was removed from it, or the second of two receipts that an outage moved to the same instant. Null when the same
 * step has told the same mailbox in another role (liaison and deputy share it): the delivery is skipped then.
 */
async function chooseMessage(
  tx: Db,
  { kind, delivery, now }: Outgoing,
  key: string,
  { message, toldInOtherRole }: Pick<AddressRecord, 'message' | 'toldInOtherRole'>,
): Promise<Chosen | null> {
  if (kind !== 'unit message') return { key, known: message };
  const isNew = delivery.message === null;
  if (isNew && toldInOtherRole) {
    const reason = '与另一角色是同一地址，同一信息不重发';
    await settleDelivery(tx, delivery.key, { state: 'skipped', reason }, now);
    return null;
  }
  const isOthers = message !== null && message.owner !== delivery.key;
  // The owner's claim settles this delivery too. For an SMS whose attempt died the outcome is unknown.
  const isUndecided = message?.state === 'unknown' && delivery.channel === 'sms';
  const isCarried = !isNew && (message?.state === 'sending' || isUndecided);
  if (!isOthers || isCarried) return { key, known: message };
  const own = `${key}#${delivery.key}`;
  return { key: own, known: await findMessage(tx, own) };
}

/**
 * Only the owner continues a message, and never an SMS or a group text whose attempt died.
 * @returns true when this attempt must not continue it
 */
async function stopKnown(tx: Db, deps: Deps, outgoing: Outgoing, known: Message): Promise<boolean> {
  const isUnit = outgoing.kind === 'unit message';
  if (isUnit && known.owner !== outgoing.delivery.key) {
    if (known.channel === 'sms' && known.state === 'unknown')
      await settleUnknown(tx, deps, outgoing);
    return true;
  }
  if (isUnit && known.state !== 'failed for now' && known.state !== 'sending') return true;
  // `known.attempt` is this attempt when its commit was not answered and the claim runs again: nothing was sent.
  const isRepeatable = known.channel === 'email' || known.attempt === outgoing.attempt;
  if (known.state !== 'sending' || isRepeatable) return false;
  await endHalfSent(tx, deps, outgoing, known);
  return true;
}

/**
 * Rejects a new message to a bounced address, or postpones it when the address had too many. A message that was begun
 * is finished.
 * @returns true when it was rejected or postponed
 */
async function stopNew(
  tx: Db,
  deps: Deps,
  outgoing: Outgoing,
  { name: person }: Recipient,
  { told, bounced }: AddressRecord,
): Promise<boolean> {
  const { delivery, rules, now } = outgoing;
  const isUnit = outgoing.kind === 'unit message';
  if (bounced === null) return isUnit && postponeIfOverLimit(tx, outgoing, told);
  const reason = deadMailbox(bounced, rules.zone, now);
  await settleDelivery(tx, delivery.key, { state: 'rejected', reason, person }, now);
  if (isUnit) await fallBack(tx, deps, outgoing, 'rejected');
  return true;
}

/** Messages to one address per hour, unless the policy says otherwise: a guard against our own mistakes. */
const MOST = 20;

/**
 * @param told when the address got its messages of the last hour
 * @returns true when the delivery was moved to when the oldest of them is an hour old
 */
async function postponeIfOverLimit(
  tx: Db,
  { delivery, now, rules }: Outgoing,
  told: readonly Instant[],
): Promise<boolean> {
  const { perAddressHour: most = MOST } = rules.plan.policy;
  if (told.length < most) return false;
  const free = told.at(-most) ?? now;
  const at = fitAfter(rules.window, plus(free, HOUR));
  const reason = `一小时内发给同一地址已有${told.length}条，顺延`;
  const to = { state: 'planned' as const, reason, at, notAfter: windowEnd(rules.window, at) };
  await settleDelivery(tx, delivery.key, to, null);
  return true;
}

async function write(
  tx: Db,
  outgoing: Outgoing,
  { address }: Recipient,
  { key, known, composed }: Chosen & { readonly composed: Composed },
): Promise<void> {
  const { delivery, attempt, now } = outgoing;
  const { words, carried, name: person } = composed;
  const by = { attempt, claimedAt: now, words };
  if (known) {
    if (outgoing.kind === 'unit message') await letGo(tx, key, carried, now);
    await takeOver(tx, key, by);
    await settleDelivery(tx, carried, { state: 'sending', message: key, person }, null);
    return;
  }
  const { kind, at, key: owner } = delivery;
  const channel = channelOf(outgoing);
  await insertMessage(tx, { key, channel, kind, at, person, address, owner, ...by }, carried);
}
