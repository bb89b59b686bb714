/** Creates a step's deliveries and marks it performed. Sending is decided in outgoing/claim.ts. */

import { deliveryKey } from '../../domain/delivery/delivery.ts';
import { isStillNeeded } from '../../domain/ladder/called-steps.ts';
import type { Step } from '../../domain/ladder/step.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { Addressing } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { type Delivery, wasReached } from '../../store/read/deliveries.ts';
import { insertDeliveries } from '../../store/write/deliveries.ts';
import { markPerformed } from '../../store/write/steps.ts';

/**
 * @param step as it is under the obligation's lock; null when there is none
 * @returns the new deliveries by their key; none when the step is not to be performed now
 */
export async function performStep(
  tx: Db,
  of: Obligation,
  step: Step | null,
  now: Instant,
): Promise<Map<string, Delivery>> {
  if (step === null || !isDue(step, now) || !isStillNeeded(step, of)) return new Map();
  const reached = await wasReached(tx, of);
  const deliveries = step.addressing.flatMap((to) => deliveriesFor(of, step, to, reached, now));
  await markPerformed(tx, step, now);
  await insertDeliveries(tx, deliveries);
  return new Map(deliveries.map((delivery) => [delivery.key, delivery]));
}

/** Only within the send window for which it was planned. */
const isDue = ({ state, at, notAfter }: Step, now: Instant): boolean =>
  state === 'planned' && at <= now && now <= notAfter;

const deliveriesFor = (
  of: Obligation,
  step: Step,
  to: Addressing,
  reached: boolean,
  now: Instant,
): Delivery[] =>
  to.channels.map((channel) => {
    const spared = to.onlyIf === 'unreached' && reached;
    return {
      key: deliveryKey(of.id, step.cycle, step.key, to.slot, channel),
      round: of.round,
      obligation: of.id,
      cycle: step.cycle,
      step: step.key,
      kind: step.kind,
      slot: to.slot,
      channel,
      state: spared ? 'skipped' : 'planned',
      at: step.at,
      notAfter: step.notAfter,
      insteadOf: null,
      person: null,
      message: null,
      content: null,
      reason: spared ? '联络员已签收且前次已送达' : null,
      settledAt: spared ? now : null,
    };
  });
