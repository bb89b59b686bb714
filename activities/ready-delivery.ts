/** Whether what a claim is asked for may go out now, and what becomes of it when it may not. */

import { deliveryKey } from '../domain/delivery/delivery.ts';
import { isStillNeeded } from '../domain/ladder/called-steps.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import { isHalted, type Round } from '../domain/round/round.ts';
import type { Db } from '../store/db/pool.ts';
import type { Delivery } from '../store/read/deliveries.ts';
import type { Known } from '../store/write/claim.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import type { LockedTogether } from '../store/write/locked.ts';
import type { Deps } from './deps.ts';
import { leaveMessage, putBack } from './leave-message.ts';
import { performStep } from './obligation/perform-step.ts';
import type { ClaimInput, Scene } from './outgoing/outgoing.ts';

/** The delivery when it may go out now; null when it is settled, held, not needed any more or not yet due. */
export async function readyDelivery(
  tx: Db,
  deps: Deps,
  present: ClaimInput & LockedTogether & { readonly known: Known },
): Promise<Delivery | null> {
  const { known, round, now } = present;
  const { of } = known;
  const stop = reasonToStop(known.delivery, of, round);
  if (stop !== null) {
    const { delivery } = known;
    const leave = stop === 'halted' ? wait : abandon;
    if (delivery?.state === 'sending') await leave(tx, deps, { ...present, of, delivery });
    return null;
  }
  const delivery = known.delivery ?? (await performed(tx, present));
  return delivery !== null && isWaiting(delivery.state) && now >= delivery.at ? delivery : null;
}

async function performed(
  tx: Db,
  { obligation, target, known, now }: ClaimInput & { readonly known: Known },
): Promise<Delivery | null> {
  const { cycle, step, slot, channel } = target;
  const deliveries = await performStep(tx, known.of, known.step, now);
  return deliveries.get(deliveryKey(obligation, cycle, step, slot, channel)) ?? null;
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
  scene: LockedTogether & Pick<Scene, 'delivery' | 'now'>,
): Promise<void> {
  const reason = '发送中断，其后已无须发送；不知是否已送出';
  await leaveMessage(tx, deps, scene, reason);
  await settleDelivery(tx, scene.delivery.key, { state: 'unknown', reason }, scene.now);
}

/** Its attempt died before a pause: it is to be sent once that is over. */
async function wait(
  tx: Db,
  deps: Deps,
  scene: LockedTogether & Pick<Scene, 'delivery' | 'now' | 'of'>,
): Promise<void> {
  const { delivery } = scene;
  if (!(await putBack(tx, deps, scene)))
    await settleDelivery(tx, delivery.key, { state: 'planned', reason: delivery.reason }, null);
}
