/** The first activity of an obligation, and again after every `changed`: what remains, and when. */
import { toPlan } from '../domain/plan-time.ts';
import { lockObligations, lockRound } from '../store/locks.ts';
import { readObligation } from '../store/obligations.ts';
import { inTransaction } from '../store/pool.ts';
import type { Deps } from './deps.ts';
import { type Look, lookAt } from './look.ts';

export type PlanInput = {
  readonly obligation: string;
  /** Host time of the workflow, epoch ms. */
  readonly asOf: number;
};

export const createPlanSteps = ({ pool, offset }: Pick<Deps, 'pool' | 'offset'>) => ({
  async planSteps({ obligation, asOf }: PlanInput): Promise<Look> {
    return inTransaction(pool, async (tx) => {
      const { round } = await readObligation(tx, obligation);
      await lockRound(tx, round, 'shared');
      await lockObligations(tx, [obligation]);
      return lookAt(tx, obligation, toPlan(asOf, offset), { offset, fresh: true });
    });
  },
});
