/**
 * Starts the workflows of a round's obligations, or of a year's rounds: top-level, with ids from the business. One
 * that runs already is fine, so doing it again every day also mends what was lost or terminated.
 */
import { activityInfo, heartbeat } from '@temporalio/activity';
import { markMended, readRound } from '../store/rounds.ts';
import type { Deps } from './deps.ts';

export const createStartWorkflows = ({
  pool,
  start,
  now,
}: Pick<Deps, 'pool' | 'start' | 'now'>) => ({
  async startObligations(input: { round: string; obligations: readonly string[] }): Promise<void> {
    const round = await readRound(pool, input.round);
    if (round.phase !== 'open') return;
    const done = Number(activityInfo().heartbeatDetails ?? 0);
    for (const [index, id] of input.obligations.entries()) {
      if (index < done) continue;
      await start('obligation', id);
      heartbeat(index + 1);
    }
    await markMended(pool, input.round, await now());
  },

  async startRounds({ rounds }: { rounds: readonly string[] }): Promise<void> {
    for (const id of rounds) await start('reportingRound', id);
  },
});
