/**
 * One message for several obligations: same person, channel, kind and instant (a liaison of two units, or in two
 * plans). Peers are read before the locks, because all locks are taken in one order; under the locks their deliveries
 * join the message.
 */
import { ApplicationFailure } from '@temporalio/common';
import { deliveryKey } from '../../domain/delivery/delivery.ts';
import { isLasting, isStillNeeded } from '../../domain/ladder/called-steps.ts';
import type { Step } from '../../domain/ladder/step.ts';
import { isOutstanding, type Obligation, partsOf } from '../../domain/obligation/obligation.ts';
import { addressIn, roleOf } from '../../domain/people/recipient.ts';
import type { Slot } from '../../domain/plan/policy.ts';
import { isHalted } from '../../domain/round/round.ts';
import type { About } from '../../domain/texts/facts.ts';
import { speakAlike } from '../../domain/texts/joint.ts';
import { type Answering, mayShare } from '../../domain/texts/reader.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import {
  type Delivery,
  deliveriesOfMessage,
  findDelivery,
  reachedSince,
} from '../../store/read/deliveries.ts';
import { readAbout } from '../../store/read/facts.ts';
import { readObligation } from '../../store/read/obligations.ts';
import { type Rules, readRules } from '../../store/read/plans.ts';
import { findStep } from '../../store/read/steps.ts';
import { mustBeReleased } from '../../store/read/tasks.ts';
import { findPeers, sharesAddress } from '../../store/write/claim.ts';
import type { Locked } from '../../store/write/locked.ts';
import { type Deps, onlineOf } from '../deps.ts';
import type { Target } from '../obligation/look.ts';
import { performStep } from '../obligation/perform-step.ts';
import type { OfUnit, Peer, UnitMessage } from './outgoing.ts';
import { personIn } from './recipient.ts';

type Asking = { readonly obligation: string; readonly target: Target; readonly now: Instant };

/** A short question first: nearly always no other unit has the address. */
export async function mayHavePeers(tx: Db, { obligation, target }: Asking): Promise<boolean> {
  const { channel, slot } = target;
  if (channel !== 'email' && channel !== 'sms') return false;
  return sharesAddress(tx, { obligation, channel, role: roleOf(slot) });
}

export async function peersOf(tx: Db, { obligation, target, now }: Asking): Promise<Peer[]> {
  const { channel, slot } = target;
  if (channel !== 'email' && channel !== 'sms') return [];
  const found = await findPeers(tx, { ...target, obligation, channel, role: roleOf(slot) });
  const addressOf = addressesBy(tx, channel, now);
  const own = found.some((peer) => peer.isCandidate) ? await addressOf(obligation, slot) : null;
  const isTheReader = async (of: string, as: Slot): Promise<boolean> =>
    own !== null && mayShare(slot, as) && (await addressOf(of, as)) === own;
  const peers: Peer[] = [];
  for (const { isCandidate, slots, ...peer } of found) {
    for (const as of slots) {
      if (!isCandidate || (await isTheReader(peer.obligation, as)))
        peers.push({ ...peer, slot: as });
    }
  }
  return onceEach(peers);
}

function addressesBy(tx: Db, channel: 'email' | 'sms', now: Instant) {
  const rules = new Map<string, Rules>();
  return async (obligation: string, slot: Slot): Promise<string | null> => {
    const { plan, unit } = partsOf(obligation);
    const inForce = rules.get(plan) ?? (await readRules(tx, plan));
    rules.set(plan, inForce);
    const reached = await personIn(tx, inForce, unit, slot, now);
    return reached && addressIn(reached, channel);
  };
}

/** Where liaison and deputy of a unit share the mailbox, the unit is told once, as the liaison. */
function onceEach(peers: readonly Peer[]): Peer[] {
  const byUnit = new Map<string, Peer>();
  for (const peer of peers) {
    if (peer.slot === 'liaison' || !byUnit.has(peer.obligation)) byUnit.set(peer.obligation, peer);
  }
  return [...byUnit.values()];
}

/**
 * An earlier attempt may have added deliveries to the message between the reading of the peers and the locks; those are
 * not locked.
 * @throws ApplicationFailure to retry the activity
 */
export async function insistOn(tx: Db, message: string, locked: readonly string[]): Promise<void> {
  const carried = await deliveriesOfMessage(tx, message);
  if (carried.every(({ obligation }) => obligation === null || locked.includes(obligation))) return;
  throw ApplicationFailure.create({
    type: 'PassingFailure',
    message: 'the message has come to carry others meanwhile',
    nextRetryDelay: '1s',
  });
}

/** One obligation in a message, with the rules its part is written by. */
export type Carried = Answering & Locked & { readonly delivery: Delivery };

/** For a new message. Performs the same step of each peer, so that its delivery can join. */
export const takePeers = (tx: Db, deps: Deps, outgoing: UnitMessage): Promise<Carried[]> =>
  carry(tx, deps, outgoing, (peer, of) => waitingDelivery(tx, outgoing, peer, of));

/**
 * For a message whose attempt died: what it carried, is still needed and still goes to the same address. The mail is
 * repeated with the same content, because the first may have arrived.
 */
export async function stillCarried(
  tx: Db,
  deps: Deps,
  outgoing: UnitMessage,
  message: { readonly key: string; readonly address: string },
): Promise<Carried[]> {
  const { channel } = outgoing.target;
  const all = await carry(tx, deps, outgoing, async (peer, of) => {
    const { cycle, step, slot } = peer;
    const delivery = await findDelivery(tx, deliveryKey(of.id, cycle, step, slot, channel));
    const isInIt = delivery?.message === message.key && isStillNeeded(delivery, of);
    return isInIt && (delivery.state === 'sending' || delivery.state === 'planned')
      ? delivery
      : null;
  });
  return all.filter(
    ({ reached }) => reached !== null && addressIn(reached, channel) === message.address,
  );
}

async function carry(
  tx: Db,
  deps: Deps,
  outgoing: UnitMessage,
  deliveryOf: (peer: Peer, of: Obligation) => Promise<Delivery | null>,
): Promise<Carried[]> {
  const carried: Carried[] = [];
  for (const peer of outgoing.peers) {
    const locked = outgoing.lockedOf(peer.obligation);
    if (!mayJoin(deps, outgoing, locked)) continue;
    const of = await readObligation(tx, peer.obligation);
    const delivery = await deliveryOf(peer, of);
    if (delivery === null) continue;
    carried.push({
      ...locked,
      delivery,
      slot: peer.slot,
      about: await aboutOf(tx, deps, { ...locked, of, delivery, now: outgoing.now }),
      reached: await personIn(tx, locked.rules, of.unit, peer.slot, outgoing.now),
    });
  }
  return carried;
}

/** A mail has a part for each plan. An SMS is one text, so all plans must have the same words. */
function mayJoin(
  { isConfirmed }: Pick<Deps, 'isConfirmed'>,
  { delivery, rules: own }: UnitMessage,
  { round, rules }: Locked,
): boolean {
  if (round.phase !== 'open' || isHalted(round)) return false;
  // The gateway refuses messages of a plan that is not confirmed; they must not take others with them.
  if (!isConfirmed(own.plan.id) || !isConfirmed(rules.plan.id)) return false;
  return delivery.channel === 'email' || speakAlike(own.plan, rules.plan, delivery.kind);
}

/**
 * Whether a mail or an SMS has to be released by a person first. With content it was prepared before and released.
 * With a message it was claimed before, and is finished.
 */
export async function isToBeReleased(
  tx: Db,
  { delivery, step }: Pick<UnitMessage, 'delivery' | 'step'>,
): Promise<boolean> {
  const { content, message, insteadOf, key, slot, channel } = delivery;
  if (content !== null || message !== null) return false;
  if (insteadOf !== null) return mustBeReleased(tx, key);
  const to = step?.addressing.find((each) => each.slot === slot && each.channels.includes(channel));
  return to?.release === 'held';
}

export const aboutOf = (
  tx: Db,
  deps: Pick<Deps, 'webUrl'>,
  { rules, round, of, delivery, now }: OfUnit,
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
 * The peer's delivery if it is due at the same instant. It may exist already: its step was performed for another
 * channel, or it is a fallback, or it was moved to this window.
 */
async function waitingDelivery(
  tx: Db,
  { target, delivery: mine, now }: UnitMessage,
  { cycle, step: key, slot }: Peer,
  of: Obligation,
): Promise<Delivery | null> {
  if (of.cycle !== cycle) return null;
  if (!isLasting(mine.kind) && !isOutstanding(of.state)) return null;
  const wanted = deliveryKey(of.id, cycle, key, slot, target.channel);
  const step = await findStep(tx, of.id, cycle, key);
  const delivery =
    (await findDelivery(tx, wanted)) ?? (await performed(tx, of, step, { wanted, mine, now }));
  if (delivery === null || !goesWith(mine, delivery) || now > delivery.notAfter) return null;
  if (await isToBeReleased(tx, { delivery, step })) return null;
  const { insteadOf } = delivery;
  return insteadOf !== null && (await reachedSince(tx, of, insteadOf)) ? null : delivery;
}

const goesWith = (mine: Delivery, { state, message, kind, at, content }: Delivery): boolean =>
  state === 'planned' &&
  message === null &&
  content === null &&
  kind === mine.kind &&
  at === mine.at;

async function performed(
  tx: Db,
  of: Obligation,
  step: Step | null,
  due: { readonly wanted: string; readonly mine: Delivery; readonly now: Instant },
): Promise<Delivery | null> {
  const { wanted, mine, now } = due;
  if (step?.at !== mine.at || step.kind !== mine.kind) return null;
  return (await performStep(tx, of, step, now)).get(wanted) ?? null;
}
