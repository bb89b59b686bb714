/** A delivery becomes part of a message: found a person and an address, taken by this attempt, its words written down. */

import { deadMailbox, messageKey, noAddress } from '../../domain/delivery/delivery.ts';
import type { Reached } from '../../domain/people/leave.ts';
import { addressIn } from '../../domain/people/recipient.ts';
import { readerOf } from '../../domain/texts/reader.ts';
import type { Db } from '../../store/db/pool.ts';
import { atOnce } from '../../store/db/transaction.ts';
import type { Delivery } from '../../store/read/deliveries.ts';
import type { Message } from '../../store/read/messages.ts';
import { type AddressRecord, readAddressRecord } from '../../store/write/claim.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import { insertMessage, takeOver } from '../../store/write/messages.ts';
import { isOverLimit, limitedSince } from '../address-limit.ts';
import { byPlanOf, wordsOf } from '../by-plan.ts';
import type { Deps } from '../deps.ts';
import { endSms, leaveMessage, unknownToOwner } from '../leave-message.ts';
import type { Letter, MessageToSend, Words } from '../message.ts';
import { messageOf } from '../message-of.ts';
import { recipientOf } from '../recipient.ts';
import { fallBack } from './instead.ts';
import type { Scene } from './outgoing.ts';
import { aboutOf, letPeersGo, stillCarried, takePeers } from './peers.ts';

export async function claimMessage(
  tx: Db,
  deps: Deps,
  scene: Scene,
  letter: Letter | null,
): Promise<MessageToSend | null> {
  const { delivery, now } = scene;
  const channel = delivery.channel === 'sms' ? 'sms' : 'email';
  const recipient = await reachable(tx, scene, channel);
  if (recipient === null) return noRecipient(tx, deps, scene, channel);
  const { address } = recipient;
  const message = keyTo(address, channel, delivery);
  const [record, about] = await atOnce([
    readAddressRecord(tx, { address, since: limitedSince(scene), message, delivery }),
    aboutOf(tx, deps, scene),
  ]);
  const found = await messageOf(tx, scene, message, record);
  if (found === null) return null;
  const { key, known } = found;
  if (known && !(await mayTakeOver(tx, deps, scene, known))) return null;
  if (!known && !(await mayBegin(tx, deps, scene, recipient.person, record))) return null;
  const peers = known
    ? await stillCarried(tx, deps, scene, { key, channel, address })
    : await takePeers(tx, deps, scene);
  const own = { ...scene, slot: delivery.slot, about, reached: recipient.person };
  const carried = [own, ...peers];
  const { person } = readerOf(carried);
  const byPlan = byPlanOf(deps, scene, channel, carried);
  const words = wordsOf(byPlan, channel, letter, deps.sms);
  const keys = carried.map((each) => each.delivery.key);
  if (known) {
    await letPeersGo(tx, key, keys, now);
    await takeOver(tx, key, { attempt: scene.attempt, claimedAt: now, words });
    await settleDelivery(tx, keys, { state: 'sending', message: key, person: person.name }, null);
  } else {
    await insert(tx, scene, { key, channel, person, address, words }, keys);
  }
  return {
    kind: 'message',
    key,
    owner: delivery.key,
    channel,
    attempt: scene.attempt,
    to: { name: person.name, address },
    ...words,
    byPlan,
    letter,
    date: now,
    plannedAt: delivery.at,
  };
}

/** Whoever is told the same at the same moment finds the same message. */
const keyTo = (
  address: string,
  channel: 'email' | 'sms',
  { message, kind, at }: Delivery,
): string => message ?? messageKey(channel, address, kind, at);

type Recipient = { readonly person: Reached; readonly address: string };

async function reachable(
  tx: Db,
  { rules, of, delivery, now, roster }: Scene,
  channel: 'email' | 'sms',
): Promise<Recipient | null> {
  const person = await recipientOf(tx, rules, of.unit, delivery.slot, now, roster);
  const address = person && addressIn(person, channel);
  return person && address ? { person, address } : null;
}

/** A new message, to an address that works and was not told too much of late. One that was begun is finished. */
async function mayBegin(
  tx: Db,
  deps: Deps,
  scene: Scene,
  person: Reached,
  { told, bounced }: AddressRecord,
): Promise<boolean> {
  const { delivery, rules, now } = scene;
  if (bounced === null) return !(await isOverLimit(tx, scene, told));
  const to = {
    state: 'rejected' as const,
    reason: deadMailbox(bounced, rules.zone, now),
    person: person.name,
  };
  await settleDelivery(tx, delivery.key, to, now);
  await fallBack(tx, deps, scene, 'rejected');
  return false;
}

async function noRecipient(
  tx: Db,
  deps: Deps,
  scene: Scene,
  channel: 'email' | 'sms',
): Promise<null> {
  const reason = noAddress(channel);
  await leaveMessage(tx, deps, scene, reason);
  await settleDelivery(tx, scene.delivery.key, { state: 'skipped', reason }, scene.now);
  await fallBack(tx, deps, scene, 'skipped');
  return null;
}

/** Only the owner goes on with a message, and not with an SMS whose attempt died half-way. */
async function mayTakeOver(tx: Db, deps: Deps, scene: Scene, known: Message): Promise<boolean> {
  if (known.owner !== scene.delivery.key) {
    if (known.channel === 'sms' && known.state === 'unknown') await unknownToOwner(tx, deps, scene);
    return false;
  }
  if (known.state === 'failed for now') return true;
  if (known.state !== 'sending') return false;
  // Its own claim, whose commit was not answered: nothing has been sent by it.
  if (known.channel === 'email' || known.attempt === scene.attempt) return true;
  await endSms(tx, deps, scene);
  return false;
}

const insert = (
  tx: Db,
  scene: Scene,
  message: {
    key: string;
    channel: 'email' | 'sms';
    person: { readonly name: string };
    address: string;
    words: Words;
  },
  carried: readonly string[],
) =>
  insertMessage(
    tx,
    {
      key: message.key,
      channel: message.channel,
      kind: scene.delivery.kind,
      at: scene.delivery.at,
      person: message.person.name,
      address: message.address,
      owner: scene.delivery.key,
      attempt: scene.attempt,
      claimedAt: scene.now,
      words: message.words,
    },
    carried,
  );
