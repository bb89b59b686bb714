/** What takes the place of a delivery that cannot reach its person; decided by domain/delivery/fallback.ts, written here. */

import { type DeliveryState, deliveryKey } from '../../domain/delivery/delivery.ts';
import { fallback, waitBefore } from '../../domain/delivery/fallback.ts';
import { isSentAgain } from '../../domain/ladder/called-steps.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import { fitAfter, windowEnd } from '../../domain/time/send-window.ts';
import { plus } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { deliveriesOfStep } from '../../store/read/deliveries.ts';
import { insertDeliveries } from '../../store/write/deliveries.ts';
import type { Deps } from '../deps.ts';
import { giveTask } from '../obligation/tasks.ts';
import type { Scene } from './outgoing.ts';

export async function fallBack(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  scene: Pick<Scene, 'delivery' | 'now' | 'rules' | 'round' | 'of'>,
  became: DeliveryState,
): Promise<void> {
  const { delivery, of, now, rules } = scene;
  const failed = { ...delivery, state: became };
  const step = await deliveriesOfStep(tx, of.id, delivery.cycle, delivery.step);
  if (became === 'unknown') {
    await giveTask(tx, deps, scene, { kind: 'unknown', reason: 'call' });
    return;
  }
  const next = fallback(delivery.kind, failed, step);
  if (next.kind === 'covered') return;
  // An officer named that role and that channel; a failure is listed again where the first one was.
  if (next.kind === 'target' && isSentAgain(delivery.step)) return;
  const wait = waitBefore(next, delivery.slot, rules.plan.policy.fallback);
  if (next.kind === 'task' && wait === 0) {
    await giveTask(tx, deps, scene, { kind: 'unreachable', reason: 'unreachable' });
    return;
  }
  const to: { slot: Slot; channel: Channel } =
    next.kind === 'task' ? { slot: 'officer', channel: 'task' } : next;
  const window = { hours: rules.plan.policy.window, calendar: rules.calendar, zone: rules.zone };
  const at = fitAfter(window, plus(now, wait));
  await insertDeliveries(tx, [
    {
      ...delivery,
      key: deliveryKey(of.id, delivery.cycle, delivery.step, to.slot, to.channel),
      slot: to.slot,
      channel: to.channel,
      state: 'planned',
      at,
      notAfter: windowEnd(window, at),
      insteadOf: delivery.key,
      person: null,
      message: null,
      content: null,
      reason: null,
      settledAt: null,
    },
  ]);
}
