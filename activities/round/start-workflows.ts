/**
 * Starts the workflows of a round's obligations, or of a year's rounds, under ids taken from the data. Starting one
 * that runs changes nothing, so the daily repetition restarts those that were lost or terminated.
 */
import { activityInfo, heartbeat } from '@temporalio/activity';
import { DAY, plus } from '../../domain/time/time.ts';
import { neverLooked, notLooked, withSomethingBefore } from '../../store/read/obligations.ts';
import { readRound } from '../../store/read/rounds.ts';
import { markMended } from '../../store/write/rounds.ts';
import type { Deps } from '../deps.ts';
import { createBringNews } from '../obligation/bring-news.ts';
import { planStepsOf } from '../obligation/plan-steps.ts';
import { type LookDeps, type RoundLook, roundLook } from './look-at-round.ts';

/**
 * Mending runs daily, so one day ahead would do; the second day covers a worker that was down.
 */
const MENDED_AHEAD = 2 * DAY;

/** Starting a workflow is mostly waiting for the server. */
const AT_ONCE = 10;

type Needed = LookDeps & Pick<Deps, 'start' | 'tellChanged' | 'now'>;

export const createStartWorkflows = (deps: Needed) => ({
  /** When a round opens: one slice. When it is mended: obligations with something due soon; news starts the others. */
  async startObligations({ round: id, obligations }: Slice): Promise<RoundLook> {
    const { pool } = deps;
    const { phase } = await readRound(pool, id);
    if (phase === 'open') {
      const done = obligations ? Number(activityInfo().heartbeatDetails ?? 0) : 0;
      const soon = plus(await deps.now(), MENDED_AHEAD);
      await startAll(deps, obligations ?? (await withSomethingBefore(pool, id, soon)), done);
      // No look since the last change: its signal did not arrive.
      const bringNews = createBringNews(deps);
      for (const { id: behind, rev } of await notLooked(pool, id)) await bringNews(behind, rev);
      await markMended(pool, id, await deps.now());
    }
    return roundLook(deps, id, await deps.now());
  },

  async startRounds({ rounds }: { rounds: readonly string[] }): Promise<void> {
    for (const id of rounds) await deps.start('reportingRound', id);
  },
});

type Slice = { readonly round: string; readonly obligations?: readonly string[] };

/** @param done number started by an earlier attempt */
async function startAll(deps: Needed, all: readonly string[], done: number): Promise<void> {
  const unseen = await neverLooked(deps.pool, all);
  for (let from = done; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    await Promise.all(some.map((id) => startOne(deps, id, unseen.has(id))));
    heartbeat(from + some.length);
  }
}

/** A new workflow gets its first look with the start; without it (a crash in between) it asks for one. */
async function startOne(
  { pool, offset, now, start }: Needed,
  id: string,
  isNew: boolean,
): Promise<void> {
  if (!isNew) return start('obligation', id);
  await start('obligation', id, await planStepsOf(pool, id, await now(), { offset, fresh: true }));
}
