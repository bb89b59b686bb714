/**
 * News for a workflow. An obligation gets its news with the look that it would have asked for: one signal, instead of a
 * signal, an activity and another task. What cannot be looked at now, the workflow finds out by itself.
 */
import { isObligation } from '../domain/obligation.ts';
import { markLooked } from '../store/obligations.ts';
import type { Deps } from './deps.ts';
import { planStepsOf } from './plan-steps.ts';

type Needed = Pick<Deps, 'pool' | 'now' | 'offset' | 'tellChanged'>;

export const createBringNews =
  ({ pool, now, offset, tellChanged }: Needed) =>
  async (workflowId: string, rev: number): Promise<void> => {
    if (!isObligation(workflowId)) return tellChanged(workflowId, rev);
    // Whatever is being sent is left out: the workflow may be at it.
    const options = { offset, fresh: false, ahead: true } as const;
    const look = await planStepsOf(pool, workflowId, await now(), options).catch(() => null);
    if (look === null) return tellChanged(workflowId, rev);
    await tellChanged(workflowId, rev, look);
    // Only now: what Temporal has not taken, the round's daily mending must still find.
    await markLooked(pool, workflowId, look.rev);
  };
