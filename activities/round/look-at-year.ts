/** Which rounds of a year are due to open, which liaisons to ask before that, and when to look again. */

import { Problem } from '../../domain/problem.ts';
import { isHalted, type Round } from '../../domain/round/round.ts';
import { toHost, toPlan } from '../../domain/time/plan-time.ts';
import { DAY, HOUR, type Instant, plus } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import { type Delivery, unsettledDeliveries } from '../../store/read/deliveries.ts';
import { roundsOfYear } from '../../store/read/rounds.ts';
import { findYear } from '../../store/read/years.ts';
import type { Deps } from '../deps.ts';

export type YearLook = {
  readonly over: boolean;
  readonly rev: number;
  /** Host time, epoch ms. */
  readonly wakeAt: number;
  /** Rounds whose opening instant has come and that have not opened yet. */
  readonly due: readonly string[];
  /** Rounds for which the questions to liaisons are to be created now. */
  readonly ask: readonly string[];
  /** Questions to send now, in slices. */
  readonly tell: readonly (readonly string[])[];
};

/** Messages in one activity, so that a retry does not start over from the first. */
const SLICE = 20;

export const createLookAtYear = ({ pool, offset }: Pick<Deps, 'pool' | 'offset'>) => ({
  async lookAtYear({ year: id, asOf }: { year: string; asOf: number }): Promise<YearLook> {
    const year = await findYear(pool, id);
    if (!year) throw new Problem('not_found', `没有年度“${id}”。`);
    const now = toPlan(asOf, offset);
    const planned = (await roundsOfYear(pool, id)).filter((round) => round.phase === 'planned');
    const due = planned.filter((round) => round.opensAt <= now).map((round) => round.id);
    const before = planned.filter((round) => round.opensAt > now);
    const asking = before.filter(isToAsk);
    const waiting = await questionsOf(pool, before, now);
    const coming = [
      ...before.map((round) => round.opensAt),
      ...asking.flatMap(({ contactCheckAt }) => contactCheckAt ?? []),
      ...waiting.map(({ at }) => at),
    ].filter((moment) => moment > now);
    const tell = waiting.filter(({ at }) => at <= now).map(({ key }) => key);
    // A due round is `planned` until its own workflow, or that of another plan's round, has opened it: look again soon.
    return {
      over: year.phase === 'cancelled' || planned.length === 0,
      rev: year.rev,
      wakeAt: toHost(
        Math.min(...coming, now + (due.length > 0 ? 60_000 : 7 * DAY)) as Instant,
        offset,
      ),
      due,
      ask: asking
        .filter(({ contactCheckAt }) => (contactCheckAt ?? now) <= now)
        .map(({ id }) => id),
      tell: slices(tell),
    };
  },
});

const isToAsk = ({ contactCheckAt, contactCheckDoneAt }: Round): boolean =>
  contactCheckAt !== null && contactCheckDoneAt === null;

/** While sending is halted, look again every hour: the year gets no signal when it resumes. */
async function questionsOf(
  db: Db,
  rounds: readonly Round[],
  now: Instant,
): Promise<Pick<Delivery, 'key' | 'at'>[]> {
  const found: Pick<Delivery, 'key' | 'at'>[] = [];
  for (const round of rounds) {
    const waiting = await unsettledDeliveries(db, round.id);
    const hold = isHalted(round) ? plus(now, HOUR) : now;
    found.push(...waiting.map(({ key, at }) => ({ key, at: at > now ? at : hold })));
  }
  return found;
}

const slices = (keys: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(keys.length / SLICE) }, (_, i) =>
    keys.slice(i * SLICE, (i + 1) * SLICE),
  );
