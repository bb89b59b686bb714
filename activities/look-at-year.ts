/** Which rounds of a year are due to open, and when the next one is. */
import { toHost, toPlan } from '../domain/plan-time.ts';
import { Problem } from '../domain/problem.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { roundsOfYear } from '../store/rounds.ts';
import { findYear } from '../store/years.ts';
import type { Deps } from './deps.ts';

export type YearLook = {
  readonly over: boolean;
  readonly rev: number;
  /** Host time, epoch ms. */
  readonly wakeAt: number;
  /** Rounds whose opening instant has come and that have not opened yet. */
  readonly due: readonly string[];
};

export const createLookAtYear = ({ pool, offset }: Pick<Deps, 'pool' | 'offset'>) => ({
  async lookAtYear({ year: id, asOf }: { year: string; asOf: number }): Promise<YearLook> {
    const year = await findYear(pool, id);
    if (!year) throw new Problem('not_found', `没有年度“${id}”。`);
    const now = toPlan(asOf, offset);
    const planned = (await roundsOfYear(pool, id)).filter((round) => round.phase === 'planned');
    const coming = planned.filter((round) => round.opensAt > now).map((round) => round.opensAt);
    const due = planned.filter((round) => round.opensAt <= now).map((round) => round.id);
    // A started round leaves `planned` only when its workflow has opened it: until then look again.
    return {
      over: year.phase === 'cancelled' || planned.length === 0,
      rev: year.rev,
      wakeAt: toHost(
        Math.min(...coming, now + (due.length > 0 ? 60_000 : 7 * DAY)) as Instant,
        offset,
      ),
      due,
    };
  },
});
