/** A look at an obligation in a transaction of its own. */
import { toPlan } from '../../domain/time/plan-time.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Pool } from '../../store/db/pool.ts';
import { inTransaction } from '../../store/db/transaction.ts';
import { lockTogether } from '../../store/write/locked.ts';
import type { Deps } from '../deps.ts';
import { type Look, type LookOptions, lookAt } from './look.ts';

export type PlanInput = {
  readonly obligation: string;
  /** Host time of the workflow, epoch ms. */
  readonly asOf: number;
};

export const createPlanSteps = ({ pool, offset }: Pick<Deps, 'pool' | 'offset'>) => ({
  planSteps: ({ obligation, asOf }: PlanInput): Promise<Look> =>
    planStepsOf(pool, obligation, toPlan(asOf, offset), { offset, fresh: true }),
});

export const planStepsOf = (
  pool: Pool,
  obligation: string,
  now: Instant,
  options: LookOptions,
): Promise<Look> =>
  inTransaction(pool, async (tx) => {
    const { round, rules } = await lockTogether(tx, obligation);
    return lookAt(tx, { obligation, round, rules, now }, options);
  });
