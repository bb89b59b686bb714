/**
 * Starts the workflows of a round's obligations, or of a year's rounds: top-level, with ids from the business. One
 * that runs already is fine, so doing it again every day also mends what was lost or terminated.
 */
import { activityInfo, heartbeat } from '@temporalio/activity';
import { neverLooked, notLooked } from '../store/obligations.ts';
import { markMended, readRound } from '../store/rounds.ts';
import { createBringNews } from './bring-news.ts';
import type { Deps } from './deps.ts';
import { planStepsOf } from './plan-steps.ts';

/** Starting one is mostly waiting for the server. */
const AT_ONCE = 10;

type Needed = Pick<Deps, 'pool' | 'offset' | 'start' | 'tellChanged' | 'now'>;

export const createStartWorkflows = (deps: Needed) => ({
  async startObligations(input: { round: string; obligations: readonly string[] }): Promise<void> {
    const { pool } = deps;
    const round = await readRound(pool, input.round);
    if (round.phase !== 'open') return;
    const unseen = await neverLooked(pool, input.obligations);
    const done = Number(activityInfo().heartbeatDetails ?? 0);
    for (let from = done; from < input.obligations.length; from += AT_ONCE) {
      const some = input.obligations.slice(from, from + AT_ONCE);
      await Promise.all(some.map((id) => startOne(deps, id, unseen.has(id))));
      heartbeat(from + some.length);
    }
    // Whoever has not looked since the last change was not reached by its signal.
    const bringNews = createBringNews(deps);
    for (const { id, rev } of await notLooked(pool, input.round)) await bringNews(id, rev);
    await markMended(pool, input.round, await deps.now());
  },

  async startRounds({ rounds }: { rounds: readonly string[] }): Promise<void> {
    for (const id of rounds) await deps.start('reportingRound', id);
  },
});

/** A new one begins with the look that it would ask for first; if the attempt dies between the two, it asks itself. */
async function startOne(
  { pool, offset, now, start }: Needed,
  id: string,
  isNew: boolean,
): Promise<void> {
  if (!isNew) return start('obligation', id);
  await start('obligation', id, await planStepsOf(pool, id, await now(), { offset, fresh: true }));
}
