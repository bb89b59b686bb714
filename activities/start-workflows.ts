/**
 * Starts the workflows of a round's obligations, or of a year's rounds: top-level, with ids from the business. One
 * that runs already is fine, so doing it again every day also mends what was lost or terminated.
 */
import { activityInfo, heartbeat } from '@temporalio/activity';
import { notLooked } from '../store/obligations.ts';
import { markMended, readRound } from '../store/rounds.ts';
import type { Deps } from './deps.ts';

/** Starting one is mostly waiting for the server. */
const AT_ONCE = 10;

type Needed = Pick<Deps, 'pool' | 'start' | 'tellChanged' | 'now'>;

export const createStartWorkflows = ({ pool, start, tellChanged, now }: Needed) => ({
  async startObligations(input: { round: string; obligations: readonly string[] }): Promise<void> {
    const round = await readRound(pool, input.round);
    if (round.phase !== 'open') return;
    const done = Number(activityInfo().heartbeatDetails ?? 0);
    for (let from = done; from < input.obligations.length; from += AT_ONCE) {
      const some = input.obligations.slice(from, from + AT_ONCE);
      await Promise.all(some.map((id) => start('obligation', id)));
      heartbeat(from + some.length);
    }
    // Whoever has not looked since the last change was not reached by its signal.
    for (const { id, rev } of await notLooked(pool, input.round)) await tellChanged(id, rev);
    await markMended(pool, input.round, await now());
  },

  async startRounds({ rounds }: { rounds: readonly string[] }): Promise<void> {
    for (const id of rounds) await start('reportingRound', id);
  },
});
