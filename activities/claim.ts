/**
 * The claim: under the locks that every command takes, so of a claim and a report the later sees the earlier, and
 * nobody is reminded whose report was there before.
 */
import { isStillNeeded } from '../domain/called-steps.ts';
import { deliveryKey } from '../domain/delivery.ts';
import type { Obligation } from '../domain/obligation.ts';
import { isHalted, type Round } from '../domain/round.ts';
import { type Delivery, findDelivery, settleDelivery } from '../store/deliveries.ts';
import { type HeldTogether, hold } from '../store/hold.ts';
import { readObligation } from '../store/obligations.ts';
import { atOnce, type Db } from '../store/pool.ts';
import { reachedSince } from '../store/reached.ts';
import { claimMessage } from './claim-message.ts';
import type { Deps } from './deps.ts';
import { handToOfficer } from './hand-to-officer.ts';
import { leaveMessage, putBack } from './leave-message.ts';
import { lookAt } from './look.ts';
import type { Letter, MessageToSend } from './message.ts';
import { insistOn, peersOf } from './peers.ts';
import { performStep } from './perform-step.ts';
import { prepareDocument } from './prepare-document.ts';
import { retime } from './retime.ts';
import type { Claim, ClaimInput, Scene } from './scene.ts';

export async function claim(tx: Db, deps: Deps, input: ClaimInput): Promise<Claim> {
  const peers = await peersOf(tx, input);
  const { cycle, step, slot, channel } = input.target;
  const key = deliveryKey(input.obligation, cycle, step, slot, channel);
  const others = peers.map((peer) => peer.obligation);
  const [held, of, known] = await atOnce([
    hold(tx, input.obligation, others),
    readObligation(tx, input.obligation),
    findDelivery(tx, key),
  ]);
  if (known?.message) await insistOn(tx, known.message, [input.obligation, ...others]);
  const delivery = await readyDelivery(tx, deps, input, { ...held, key, known, of });
  const message =
    delivery && (await carryOut(tx, deps, { ...input, ...held, of, delivery, peers }));
  if (message) return message;
  const present = { ...input, round: held.round, rules: held.rules };
  const look = await lookAt(tx, present, { offset: deps.offset, fresh: false });
  return { kind: 'nothing to send', look };
}

/** The delivery when it may go out now; null when it is settled, held, not needed any more or not yet due. */
async function readyDelivery(
  tx: Db,
  deps: Deps,
  { target, now }: ClaimInput,
  present: HeldTogether & {
    readonly key: string;
    readonly known: Delivery | null;
    readonly of: Obligation;
  },
): Promise<Delivery | null> {
  const { key, known, of, round } = present;
  const stop = reasonToStop(known, of, round);
  if (stop !== null) {
    const leave = stop === 'halted' ? wait : abandon;
    if (known?.state === 'sending') await leave(tx, deps, { ...present, delivery: known, now });
    return null;
  }
  const delivery = known ?? (await performStep(tx, of, target, now)).get(key) ?? null;
  return delivery !== null && isWaiting(delivery.state) && now >= delivery.at ? delivery : null;
}

function reasonToStop(
  known: Delivery | null,
  of: Obligation,
  round: Round,
): 'not needed' | 'halted' | null {
  if (round.phase !== 'open' || (known && !isStillNeeded(known, of))) return 'not needed';
  return isHalted(round) ? 'halted' : null;
}

const isWaiting = (state: Delivery['state']): boolean => state === 'planned' || state === 'sending';

/** Its attempt died, and before the next one the report came or the round ended: whether it arrived is not known. */
async function abandon(
  tx: Db,
  deps: Deps,
  scene: HeldTogether & Pick<Scene, 'delivery' | 'now'>,
): Promise<void> {
  const reason = '发送中断，其后已无须发送；不知是否已送出';
  await leaveMessage(tx, deps, scene, reason);
  await settleDelivery(tx, scene.delivery.key, { state: 'unknown', reason }, scene.now);
}

/** Its attempt died before a pause: it is to be sent once that is over. */
async function wait(
  tx: Db,
  deps: Deps,
  scene: HeldTogether & Pick<Scene, 'delivery' | 'now' | 'of'>,
): Promise<void> {
  const { delivery } = scene;
  if (!(await putBack(tx, deps, scene)))
    await settleDelivery(tx, delivery.key, { state: 'planned', reason: delivery.reason }, null);
}

async function carryOut(tx: Db, deps: Deps, scene: Scene): Promise<MessageToSend | null> {
  const { delivery, now, of } = scene;
  if (delivery.insteadOf !== null && (await reachedSince(tx, of, delivery.insteadOf))) {
    const reason = '其间已送达或已签收，不再改发';
    await leaveMessage(tx, deps, scene, reason);
    await settleDelivery(tx, delivery.key, { state: 'skipped', reason }, now);
    return null;
  }
  if (now > delivery.notAfter && (await retime(tx, deps, scene))) return null;
  switch (delivery.channel) {
    case 'task':
      await handToOfficer(tx, deps, scene);
      return null;
    case 'robot':
      throw new Error('the work group is spoken to by tell-group.ts');
    case 'letter':
    case 'slip':
      if (delivery.content !== null)
        return claimMessage(tx, deps, scene, delivery.content as Letter);
      await prepareDocument(tx, deps, scene);
      return null;
    case 'email':
    case 'sms':
      return claimMessage(tx, deps, scene, null);
  }
}
