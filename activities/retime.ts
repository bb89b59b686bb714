/** A delivery whose send window closed while it was being tried: the next window, or not at all (rule 4). */

import { withCause } from '../domain/delivery/delivery.ts';
import { isReply } from '../domain/ladder/called-steps.ts';
import { SKIPPED } from '../domain/ladder/newest-step.ts';
import { fitAfter, windowEnd } from '../domain/time/send-window.ts';
import type { Db } from '../store/db/pool.ts';
import { readSteps } from '../store/read/steps.ts';
import { settleDelivery } from '../store/write/deliveries.ts';
import type { Deps } from './deps.ts';
import { leaveMessage, putBack } from './leave-message.ts';
import type { Scene } from './outgoing/outgoing.ts';

/** @returns false when the next window is now, so the delivery may go out */
export async function retime(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  scene: Scene,
): Promise<boolean> {
  const { delivery, now, rules, of } = scene;
  const window = { hours: rules.plan.policy.window, calendar: rules.calendar, zone: rules.zone };
  const at = fitAfter(window, now);
  const steps = await readSteps(tx, of.id);
  const next = steps.find(
    (s) => s.cycle === of.cycle && s.state === 'planned' && !isReply(s.kind) && s.at > delivery.at,
  );
  if (next && next.at <= at && !isReply(delivery.kind) && delivery.content === null) {
    const state = delivery.message === null ? 'skipped' : 'given up';
    const reason = withCause(SKIPPED.nextFirst, delivery.reason);
    await leaveMessage(tx, deps, scene, reason);
    await settleDelivery(tx, delivery.key, { state, reason }, now);
    return true;
  }
  if (await putBack(tx, deps, scene)) return true;
  const reason = withCause('发送时段已过，顺延', delivery.reason);
  const to = { state: 'planned' as const, reason, at, notAfter: windowEnd(window, at) };
  await settleDelivery(tx, delivery.key, to, null);
  return at > now;
}
