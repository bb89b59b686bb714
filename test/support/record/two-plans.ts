/** Two plans of one bureau, each with an open round for the same towns and people. */
import { createPlanSteps } from '../../../activities/obligation/plan-steps.ts';
import type { Claim } from '../../../activities/outgoing/outgoing.ts';
import { obligationsIn } from '../../../activities/outgoing/outgoing.ts';
import { deliveryKey } from '../../../domain/delivery/delivery.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Channel, Slot } from '../../../domain/plan/policy.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { type Delivery, findDelivery } from '../../../store/read/deliveries.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { ROUND } from '../people/cast.ts';
import { china } from '../time/dates.ts';
import { claiming, NOTICE_BY_MAIL } from './claims.ts';
import { onYear } from './commands.ts';
import type { TestDatabase } from './database.ts';
import { OPENED, openedRound, openRound } from './opened-round.ts';

export const OTHER = 'other-plan/2018H1';

/** A town's obligations: in the shipped plan, and in the other. */
export const both = (unit: string) => [`${ROUND}/${unit}`, `${OTHER}/${unit}`] as const;

/** The notice of every town is due. @param other in what the other plan differs */
export async function twoPlans(
  plan: Plan,
  towns: readonly string[],
  other: Partial<Plan> = {},
): Promise<TestDatabase> {
  const database = await openedRound(plan);
  const { pool } = database;
  await importPlan(pool, { ...plan, ...other, id: 'other-plan' }, china, OPENED);
  const year = onYear({ kind: 'start-year' }, { year: 'other-plan/2018', receivedAt: OPENED });
  const outcome = await applyCommand(pool, year);
  if (!outcome.ok) throw new Error(outcome.message);
  await openRound(pool, OTHER);
  for (const unit of towns) for (const id of both(unit)) await look(pool, id);
  return database;
}

/** Plans the steps, as the workflow does when it starts. */
export const look = (pool: Pool, obligation: string, asOf: number = OPENED) =>
  createPlanSteps({ pool, offset: 0 }).planSteps({ obligation, asOf });

export const noticeOf = (
  pool: Pool,
  id: string,
  slot: Slot = 'liaison',
  channel: Channel = 'email',
): Promise<Delivery | null> => findDelivery(pool, deliveryKey(id, 1, 'notice', slot, channel));

export function claimed(claim: Claim): Extract<Claim, { kind: 'message' }> {
  if (claim.kind !== 'message') throw new Error('nothing claimed');
  return claim;
}

/** A claim about both obligations whose attempt dies before sending. */
export async function died(pool: Pool, owner: string, target = NOTICE_BY_MAIL) {
  const claim = claimed(await claiming(owner, { target })(pool));
  if (obligationsIn(claim).length !== 2) throw new Error('the claim is about one obligation only');
  return claim;
}
