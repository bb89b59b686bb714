/**
 * News for a workflow. An obligation gets its news with the look that it would have asked for: one signal, instead of a
 * signal, an activity and another task. What cannot be looked at now, the workflow finds out by itself.
 */
import { isObligation } from '../../domain/obligation/obligation.ts';
import { markLooked } from '../../store/write/looks.ts';
import type { Deps } from '../deps.ts';
import { planStepsOf } from './plan-steps.ts';

type Needed = Pick<Deps, 'pool' | 'now' | 'offset' | 'start' | 'tellChanged'>;

export const createBringNews =
  ({ pool, now, offset, start, tellChanged }: Needed) =>
  async (workflowId: string, rev: number): Promise<void> => {
    const look = isObligation(workflowId) ? await lookFor({ pool, now, offset }, workflowId) : null;
    if (look === null) {
      await tellChanged(workflowId, rev);
      return;
    }
    const isThere = await tellChanged(workflowId, rev, look);
    // Terminated by somebody, or its round is just being opened; of a round that is over nobody waits for news. It
    // begins with a look of its own: what was being sent has to be in it.
    if (!isThere && !look.over) await start('obligation', workflowId);
    // Only now: what Temporal has not taken, the round's daily mending must still find.
    await markLooked(pool, workflowId, look.rev);
  };

/** What is being sent is left out, for the workflow may be at it. */
const lookFor = async (
  { pool, now, offset }: Pick<Needed, 'pool' | 'now' | 'offset'>,
  id: string,
) => planStepsOf(pool, id, await now(), { offset, fresh: false, ahead: true }).catch(() => null);
