/**
 * Signals a workflow that something changed. An obligation's signal carries the next look, which saves an activity
 * and a workflow task. When the look fails, the signal goes without it and the workflow asks.
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
    // The workflow was terminated, or its round is just being opened. No look goes with the start: the first one has to
    // include what was being sent.
    if (!isThere && !look.over) await start('obligation', workflowId);
    // After the signal: if it was not delivered, the daily mending must still find this revision.
    await markLooked(pool, workflowId, look.rev);
  };

/** Not `fresh`: the workflow's own activity may be sending. */
const lookFor = async (
  { pool, now, offset }: Pick<Needed, 'pool' | 'now' | 'offset'>,
  id: string,
) => planStepsOf(pool, id, await now(), { offset, fresh: false, ahead: true }).catch(() => null);
