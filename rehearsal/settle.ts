/** Waiting, at one instant of virtual time, until the workflows have done all that is due by then. */
import { applyReports } from '../activities/apply-reports.ts';
import { createBringNews } from '../activities/bring-news.ts';
import type { PlanOffset } from '../domain/time/plan-time.ts';
import type { Now } from '../domain/time/time.ts';
import type { Pool } from '../store/db/transaction.ts';
import { relayOnce } from '../worker/relay.ts';
import type { Temporal } from '../worker/temporal.ts';
import { dueNow } from './world/moments.ts';
import type { Watch } from './world/watch.ts';

const PATIENCE_MS = 60_000;
const STRANDED_MS = 10_000;

/** Between two looks at the record while activities run. */
const LOOK_EVERY_MS = 50;

type Settling = {
  readonly pool: Pool;
  readonly temporal: Temporal;
  readonly now: Now;
  readonly offset: PlanOffset;
  readonly watch: Watch;
  readonly demonstration: boolean;
  /** A robot speaks to the bureau's work group. */
  readonly hasRobot: boolean;
};

/** Relays the outbox and waits until nothing that is due is left to do. */
export async function settleAll({
  pool,
  temporal,
  now,
  offset,
  watch,
  demonstration,
  hasRobot,
}: Settling): Promise<void> {
  let seen = '';
  let since = Date.now();
  let revivals = 0;
  for (;;) {
    const quiets = watch.quiets();
    const due = await dueNow(pool, await now(), hasRobot);
    if (due.length === 0) return;
    const moved = await bringOn(due, { pool, temporal, now, offset, demonstration });
    if (moved > 0 || due.join() !== seen) since = Date.now();
    seen = due.join();
    if (isStranded(since, revivals, due)) {
      revivals += 1;
      await revive(temporal, due);
    }
    await watch.rest(quiets, LOOK_EVERY_MS);
  }
}

/** What the worker's sweeps would do: tell workflows their news, apply reports. @returns how much was done */
async function bringOn(
  due: readonly string[],
  { pool, temporal, now, offset, demonstration }: Omit<Settling, 'watch' | 'hasRobot'>,
): Promise<number> {
  const applied = due.some(isReport) ? await applyReports({ pool, now, demonstration }) : 0;
  if (!due.some(isNews)) return applied;
  const { start, tellChanged } = temporal;
  const bringNews = createBringNews({ pool, now, offset, start, tellChanged });
  return applied + (await relayOnce(pool, { start, tellChanged: bringNews }));
}

const isReport = (due: string): boolean => due.startsWith('report ');

const isNews = (due: string): boolean => due.startsWith('news ');

/** Every ten seconds without any movement, up to a minute. */
function isStranded(since: number, revivals: number, due: readonly string[]): boolean {
  const idle = Date.now() - since;
  if (idle > PATIENCE_MS) {
    throw new Error(`nothing moved for ${PATIENCE_MS} ms: ${due.slice(0, 5).join(', ')}`);
  }
  return idle > STRANDED_MS * (revivals + 1);
}

/**
 * The test server strands a run whose workflow task cancels a timer that fired while the task was with the worker: it
 * refuses the answer and never sends the task again (temporalio/sdk-java#3088; the real server does neither). As any
 * workflow can be started at any moment from the record, such a run is ended and begun anew.
 */
async function revive(temporal: Temporal, due: readonly string[]): Promise<void> {
  for (const id of new Set(due.flatMap(workflowOf))) {
    const name = id.split('/').length === 3 ? 'obligation' : 'reportingRound';
    await temporal.client.workflow
      .getHandle(id)
      .terminate('stranded')
      .catch(() => {});
    await temporal.start(name, id);
  }
}

const workflowOf = (due: string): string[] =>
  /[\w.-]+\/\d{4}H[12](\/[\w.-]+)?/.exec(due)?.slice(0, 1) ?? [];
