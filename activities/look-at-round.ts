/** What a round has to do now, from the record: compile, list the calls, tell the bureau, mend. Nothing: when to look again. */
import { compileReason, nextCompileMoment } from '../domain/compile-decision.ts';
import { toHost, toPlan } from '../domain/plan-time.ts';
import { isHalted, type Round } from '../domain/round.ts';
import { DAY, type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';
import { newestCompilation } from '../store/compilations.ts';
import { unsettledDeliveries } from '../store/deliveries.ts';
import { readObligations } from '../store/obligations.ts';
import type { Db } from '../store/pool.ts';
import { readRound } from '../store/rounds.ts';
import type { Deps } from './deps.ts';

export type RoundTodo =
  | { readonly kind: 'compile' }
  | { readonly kind: 'call list' }
  | { readonly kind: 'tell bureau'; readonly delivery: string }
  | { readonly kind: 'mend'; readonly obligations: readonly string[] };

export type RoundLook = {
  readonly over: boolean;
  readonly rev: number;
  /** Host time, epoch ms. */
  readonly wakeAt: number;
  readonly todo: RoundTodo | null;
};

export const createLookAtRound = ({ pool, offset }: Pick<Deps, 'pool' | 'offset'>) => ({
  async lookAtRound({ round: id, asOf }: { round: string; asOf: number }): Promise<RoundLook> {
    const now = toPlan(asOf, offset);
    const round = await readRound(pool, id);
    const over = round.phase === 'signed-off' || round.phase === 'cancelled';
    const todo = over ? null : await todoOf(pool, round, now);
    const wake = Math.min(...(await momentsOf(pool, round, now)));
    return { over, rev: round.rev, wakeAt: toHost(wake as Instant, offset), todo };
  },
});

async function todoOf(db: Db, round: Round, now: Instant): Promise<RoundTodo | null> {
  if (compileReason(round, await newestCompilation(db, round.id), now)) return { kind: 'compile' };
  if (round.callListDoneAt === null && round.callListAt <= now) return { kind: 'call list' };
  const waiting = await unsettledDeliveries(db, { round: round.id });
  const due = waiting.find((delivery) => delivery.at <= now);
  if (due && !isHalted(round)) return { kind: 'tell bureau', delivery: due.key };
  if (nextMending(round, now) <= now) {
    const obligations = (await readObligations(db, round.id)).map((o) => o.id);
    return { kind: 'mend', obligations };
  }
  return null;
}

async function momentsOf(db: Db, round: Round, now: Instant): Promise<Instant[]> {
  const compile = nextCompileMoment(round, now);
  const waiting = await unsettledDeliveries(db, { round: round.id });
  return [
    nextMending(round, now),
    ...(compile === null ? [] : [compile]),
    ...(round.callListDoneAt === null ? [round.callListAt] : []),
    ...waiting.filter(({ at }) => at > now).map(({ at }) => at),
  ].map((moment) => (moment > now ? moment : plus(now, DAY)));
}

// Not a round number, for the same reason as in look.ts.
const DAILY = DAY - 11 * MINUTE - 17 * SECOND;

const nextMending = (round: Round, now: Instant): Instant =>
  round.mendedAt === null ? now : plus(round.mendedAt, DAILY);
