/**
 * What a round has to do now, from the record: compile, list the calls, write the morning's digest, tell the bureau, mend.
 * Nothing: when to look again.
 */
import { nextGroupText, nextMorning } from '../domain/bureau-days.ts';
import { compileReason, nextCompileMoment } from '../domain/compile-decision.ts';
import { toHost, toPlan } from '../domain/plan-time.ts';
import { isHalted, type Round } from '../domain/round.ts';
import { DAY, type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';
import { readBureauDays } from '../store/bureau-days.ts';
import { newestCompilation } from '../store/compilations.ts';
import { type Delivery, unsettledDeliveries } from '../store/deliveries.ts';
import type { Db } from '../store/pool.ts';
import { readRound } from '../store/rounds.ts';
import { readRules } from '../store/rules.ts';
import { withSomethingAhead } from '../store/unfinished.ts';
import type { Deps } from './deps.ts';

export type RoundTodo =
  | { readonly kind: 'compile' }
  | { readonly kind: 'call list' }
  | { readonly kind: 'morning' }
  | { readonly kind: 'group text' }
  /** Side by side: one that does not get through must not hold up the others. */
  | {
      readonly kind: 'tell bureau';
      readonly mails: readonly string[];
      readonly toGroup: readonly string[];
    }
  | { readonly kind: 'mend'; readonly obligations: readonly string[] };

export type RoundLook = {
  readonly over: boolean;
  readonly rev: number;
  /** Host time, epoch ms. */
  readonly wakeAt: number;
  readonly todo: RoundTodo | null;
};

export const createLookAtRound = ({
  pool,
  offset,
  robot,
}: Pick<Deps, 'pool' | 'offset' | 'robot'>) => ({
  async lookAtRound({ round: id, asOf }: { round: string; asOf: number }): Promise<RoundLook> {
    const now = toPlan(asOf, offset);
    const round = await readRound(pool, id);
    const over = round.phase === 'signed-off' || round.phase === 'cancelled';
    const seen: Seen = {
      round,
      now,
      ...(over ? NO_DAYS : await daysOf(pool, round, robot !== null, now)),
      waiting: await unsettledDeliveries(pool, id),
    };
    const todo = over ? null : await todoOf(pool, seen);
    const wake = Math.min(...momentsOf(seen));
    return { over, rev: round.rev, wakeAt: toHost(wake as Instant, offset), todo };
  },
});

type Seen = Days & {
  readonly round: Round;
  readonly now: Instant;
  readonly waiting: readonly Delivery[];
};

async function todoOf(db: Db, seen: Seen): Promise<RoundTodo | null> {
  const { round, now } = seen;
  if (compileReason(round, await newestCompilation(db, round.id), now)) return { kind: 'compile' };
  if (round.callListDoneAt === null && round.callListAt <= now) return { kind: 'call list' };
  const telling = isHalted(round) ? null : tellingOf(seen);
  if (telling) return telling;
  // For the others there is nothing to wait for: news starts a workflow that is not there (bring-news.ts).
  if (nextMending(round, now) <= now)
    return { kind: 'mend', obligations: await withSomethingAhead(db, round.id) };
  return null;
}

function tellingOf({ now, morning, groupText, waiting }: Seen): RoundTodo | null {
  if (morning !== null && morning <= now) return { kind: 'morning' };
  if (groupText !== null && groupText <= now) return { kind: 'group text' };
  const due = waiting.filter((delivery) => delivery.at <= now);
  if (due.length === 0) return null;
  const keysOf = (toGroup: boolean) =>
    due.filter(({ channel }) => (channel === 'robot') === toGroup).map(({ key }) => key);
  return { kind: 'tell bureau', mails: keysOf(false), toGroup: keysOf(true) };
}

function momentsOf({ round, now, morning, groupText, waiting }: Seen): Instant[] {
  const compile = nextCompileMoment(round, now);
  return [
    nextMending(round, now),
    ...(compile === null ? [] : [compile]),
    ...(round.callListDoneAt === null ? [round.callListAt] : []),
    ...[morning, groupText].filter((at) => at !== null),
    ...waiting.filter(({ at }) => at > now).map(({ at }) => at),
  ].map((moment) => (moment > now ? moment : plus(now, DAY)));
}

/** When the bureau is told of its own accord: what is still owed today, or the next. */
type Days = { readonly morning: Instant | null; readonly groupText: Instant | null };

const NO_DAYS: Days = { morning: null, groupText: null };

async function daysOf(db: Db, round: Round, hasRobot: boolean, now: Instant): Promise<Days> {
  const { plan, calendar, zone } = await readRules(db, round.plan);
  const { policy } = plan;
  const { morningDoneOn, groupTextOn } = await readBureauDays(db, round.id);
  const rules = { policy, calendar, zone };
  const since = round.openedAt;
  const speaks = hasRobot && policy.groupText?.robot === true;
  return {
    morning: nextMorning(rules, { since, doneOn: morningDoneOn }, now),
    groupText: speaks ? nextGroupText(rules, round.due, { since, doneOn: groupTextOn }, now) : null,
  };
}

// Not a round number, for the same reason as in look.ts.
const DAILY = DAY - 11 * MINUTE - 17 * SECOND;

const nextMending = (round: Round, now: Instant): Instant =>
  round.mendedAt === null ? now : plus(round.mendedAt, DAILY);
