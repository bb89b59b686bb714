/** The first activity of an obligation, and again after every `changed`: what remains, and when. */
import { roundOf } from '../domain/obligation.ts';
import { toPlan } from '../domain/plan-time.ts';
import { lockObligations } from '../store/locks.ts';
import { inTransaction } from '../store/pool.ts';
import { holdRound } from '../store/rounds.ts';
import { readRules } from '../store/rules.ts';
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
      const round = await holdRound(tx, roundOf(obligation));
      await lockObligations(tx, [obligation]);
      const rules = await readRules(tx, round.plan);
      const now = toPlan(asOf, offset);
      return lookAt(tx, { obligation, round, rules, now }, { offset, fresh: true });
    });
  },
});
