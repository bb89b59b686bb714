/**
 * The claim takes the locks that every command takes: of a claim and a report the later sees the earlier, so a unit
 * that has reported is not reminded. It decides whether the delivery may go out now; take-message.ts makes it a
 * message.
 */

import { deliveryKey, withCause } from '../../domain/delivery/delivery.ts';
import { isReply, isStillNeeded } from '../../domain/ladder/called-steps.ts';
import { SKIPPED } from '../../domain/ladder/newest-step.ts';
import { isHalted, type Round } from '../../domain/round/round.ts';
import { fitAfter, windowEnd } from '../../domain/time/send-window.ts';
import type { Instant } from '../../domain/time/time.ts';
import { lockObligations } from '../../store/db/locks.ts';
import type { Db } from '../../store/db/pool.ts';
import { atOnce, inTransaction } from '../../store/db/transaction.ts';
import { type Delivery, findDelivery, reachedSince } from '../../store/read/deliveries.ts';
import { readRules } from '../../store/read/plans.ts';
import { readSteps } from '../../store/read/steps.ts';
import { readKnown } from '../../store/write/claim.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import { lockTogether, readRoundLocked } from '../../store/write/locked.ts';
import type { Deps } from '../deps.ts';
import { lookAt } from '../obligation/look.ts';
import { performStep } from '../obligation/perform-step.ts';
import { handToOfficer } from '../obligation/tasks.ts';
import { isOfOneDay } from '../round/digest.ts';
import { isDocumentToPrepare, prepareDocument } from './held.ts';
import { leaveMessage, leaveOthers, settleHalfSent } from './instead.ts';
import {
  type Claim,
  type ClaimInput,
  kindOf,
  lockOf,
  type Outgoing,
  type RoundClaim,
  type ToSend,
  type UnitClaim,
  type UnitMessage,
} from './outgoing.ts';
import { insistOn, mayHavePeers, peersOf } from './peers.ts';
import { takeMessage } from './take-message.ts';

export async function claim(deps: Deps, input: ClaimInput): Promise<Claim> {
  const claimed = await inTransaction(deps.pool, (tx) => claimAlone(tx, deps, input));
  return claimed ?? inTransaction(deps.pool, (tx) => claimTogether(tx, deps, input));
}

/** @returns null, with nothing written, when the message may have peers: their locks have to be taken in order first */
async function claimAlone(tx: Db, deps: Deps, input: ClaimInput): Promise<Claim | null> {
  if ('delivery' in input) return claimOfRound(tx, deps, input);
  const [mayBeTogether, locked, known] = await atOnce([
    mayHavePeers(tx, input),
    lockTogether(tx, input.obligation),
    readKnown(tx, input.obligation, input.target),
  ]);
  if (mayBeTogether || known.delivery?.message) return null;
  return claimLocked(tx, deps, { kind: 'unit message', ...input, ...locked, ...known, peers: [] });
}

async function claimTogether(tx: Db, deps: Deps, input: ClaimInput): Promise<Claim> {
  if ('delivery' in input) throw new Error('a delivery about a round is claimed alone');
  const peers = await peersOf(tx, input);
  const others = peers.map((peer) => peer.obligation);
  const [locked, known] = await atOnce([
    lockTogether(tx, input.obligation, others),
    readKnown(tx, input.obligation, input.target),
  ]);
  const message = known.delivery?.message;
  if (message) await insistOn(tx, message, [input.obligation, ...others]);
  return claimLocked(tx, deps, { kind: 'unit message', ...input, ...locked, ...known, peers });
}

async function claimOfRound(
  tx: Db,
  deps: Deps,
  { delivery: key, ...input }: Extract<ClaimInput, { delivery: string }>,
): Promise<Claim> {
  const found = await findDelivery(tx, key);
  if (!found) return { kind: 'nothing to send', look: null };
  const round = await lockRoundOf(tx, found);
  const [delivery, rules] = await atOnce([findDelivery(tx, key), readRules(tx, round.plan)]);
  return claimLocked(tx, deps, { kind: kindOf(found), ...input, round, rules, delivery });
}

/** The locks for claiming and settling a delivery about a round. */
export async function lockRoundOf(tx: Db, delivery: Delivery): Promise<Round> {
  const [round] = await atOnce([
    readRoundLocked(tx, delivery.round),
    lockObligations(tx, [lockOf(delivery)]),
  ]);
  return round;
}

/** `delivery` is null until its step is performed. */
type Present = (UnitClaim | RoundClaim) & { readonly delivery: Delivery | null };

async function claimLocked(tx: Db, deps: Deps, present: Present): Promise<Claim> {
  const delivery = await readyDelivery(tx, deps, present);
  const message = delivery && (await carryOut(tx, deps, { ...present, delivery }));
  if (message) return message;
  if (present.kind !== 'unit message') return { kind: 'nothing to send', look: null };
  const { of, round, rules, now } = present;
  const at = { obligation: of.id, round, rules, now };
  return {
    kind: 'nothing to send',
    look: await lookAt(tx, at, { offset: deps.offset, fresh: false }),
  };
}

/** @returns null when the delivery is settled, held, no longer needed, halted or not yet due */
async function readyDelivery(tx: Db, deps: Deps, present: Present): Promise<Delivery | null> {
  const stop = reasonToStop(present);
  if (stop !== null) {
    if (present.delivery?.state === 'sending')
      await leave(tx, deps, { ...present, delivery: present.delivery }, stop);
    return null;
  }
  const delivery =
    present.delivery ?? (present.kind === 'unit message' ? await performed(tx, present) : null);
  return delivery !== null && isWaiting(delivery) && present.now >= delivery.at ? delivery : null;
}

const isWaiting = ({ state }: Delivery): boolean => state === 'planned' || state === 'sending';

function reasonToStop(present: Present): 'not needed' | 'halted' | null {
  if (present.kind === 'unit message') {
    const { round, delivery, of } = present;
    if (round.phase !== 'open' || (delivery && !isStillNeeded(delivery, of))) return 'not needed';
  }
  return isHalted(present.round) ? 'halted' : null;
}

/** For a delivery whose attempt died before the report came, the round ended or sending was halted. */
async function leave(
  tx: Db,
  deps: Deps,
  outgoing: Outgoing,
  stop: 'not needed' | 'halted',
): Promise<void> {
  const { delivery, now } = outgoing;
  if (stop === 'not needed') {
    const reason = '发送中断，其后已无须发送；不知是否已送出';
    await leaveMessage(tx, deps, outgoing, reason);
    await settleDelivery(tx, delivery.key, { state: 'unknown', reason }, now);
    return;
  }
  if (await settleHalfSent(tx, deps, outgoing)) return;
  await leaveOthers(tx, outgoing);
  await settleDelivery(tx, delivery.key, { state: 'planned', reason: delivery.reason }, null);
}

async function performed(tx: Db, { of, step, target, now }: UnitClaim): Promise<Delivery | null> {
  const deliveries = await performStep(tx, of, step, now);
  const { cycle, step: key, slot, channel } = target;
  return deliveries.get(deliveryKey(of.id, cycle, key, slot, channel)) ?? null;
}

/** @returns null when nothing is to be sent; the delivery's new state is written then */
async function carryOut(tx: Db, deps: Deps, outgoing: Outgoing): Promise<ToSend | null> {
  const isUnit = outgoing.kind === 'unit message';
  if (isUnit && (await skipIfReached(tx, deps, outgoing))) return null;
  const isLate = outgoing.now > outgoing.delivery.notAfter;
  if (isLate && (await retime(tx, deps, outgoing))) return null;
  if (isUnit && outgoing.delivery.channel === 'task') {
    await handToOfficer(tx, deps, outgoing);
    return null;
  }
  if (isUnit && isDocumentToPrepare(outgoing)) {
    await prepareDocument(tx, deps, outgoing);
    return null;
  }
  return takeMessage(tx, deps, outgoing);
}

/** A fallback is skipped when the unit was reached meanwhile. */
async function skipIfReached(tx: Db, deps: Deps, outgoing: UnitMessage): Promise<boolean> {
  const { delivery, of, now } = outgoing;
  if (delivery.insteadOf === null || !(await reachedSince(tx, of, delivery.insteadOf)))
    return false;
  const reason = '其间已送达或已签收，不再改发';
  await leaveMessage(tx, deps, outgoing, reason);
  await settleDelivery(tx, delivery.key, { state: 'skipped', reason }, now);
  return true;
}

/**
 * For a delivery whose send window has closed: moves it to the next window or gives it up (rule 4).
 * @returns false when the next window is now, so that it may go out
 */
async function retime(tx: Db, deps: Deps, outgoing: Outgoing): Promise<boolean> {
  const { delivery, now, rules } = outgoing;
  if (await settleHalfSent(tx, deps, outgoing)) return true;
  const at = fitAfter(rules.window, now);
  const why = await reasonToGiveUp(tx, outgoing, at);
  if (why !== null) {
    const state = delivery.message === null ? 'skipped' : 'given up';
    const reason = withCause(why, delivery.reason);
    await leaveMessage(tx, deps, outgoing, reason);
    await settleDelivery(tx, delivery.key, { state, reason }, now);
    return true;
  }
  await leaveOthers(tx, outgoing);
  const reason = withCause('发送时段已过，顺延', delivery.reason);
  const to = { state: 'planned' as const, reason, at, notAfter: windowEnd(rules.window, at) };
  await settleDelivery(tx, delivery.key, to, null);
  return at > now;
}

/** @param at when it would go out */
async function reasonToGiveUp(tx: Db, outgoing: Outgoing, at: Instant): Promise<string | null> {
  const { delivery, rules } = outgoing;
  if (outgoing.kind !== 'unit message') {
    const isPast = rules.zone.dayOf(at) !== rules.zone.dayOf(delivery.at);
    return isPast && isOfOneDay(delivery.step) ? '只对当日有效，当日未能发出，不再发' : null;
  }
  // Content of a unit's delivery was released by a person: never given up.
  if (isReply(delivery.kind) || delivery.content !== null) return null;
  const { of } = outgoing;
  const next = (await readSteps(tx, of.id)).find(
    (s) => s.cycle === of.cycle && s.state === 'planned' && !isReply(s.kind) && s.at > delivery.at,
  );
  return next && next.at <= at ? SKIPPED.nextFirst : null;
}
