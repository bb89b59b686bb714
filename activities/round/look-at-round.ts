/**
 * What a round has to do now and at its next moment, from the record: compile, list the calls, write the morning's
 * digest, tell the bureau, mend. Whatever does one of these answers with the look that follows.
 */

import { partsOf } from '../../domain/obligation/obligation.ts';
import { nextGroupText, nextMorning } from '../../domain/round/bureau-days.ts';
import { compileReason, nextCompileMoment } from '../../domain/round/compile-decision.ts';
import { isHalted, type NewestCompilation, type Round } from '../../domain/round/round.ts';
import { toHost, toPlan } from '../../domain/time/plan-time.ts';
import { DAY, type Instant, MINUTE, plus, SECOND } from '../../domain/time/time.ts';
import { atOnce, inTransaction } from '../../store/db/transaction.ts';
import { readBureauDays } from '../../store/read/bureau-days.ts';
import { newestCompilation } from '../../store/read/compilations.ts';
import { type Delivery, unsettledDeliveries } from '../../store/read/deliveries.ts';
import { readRules } from '../../store/read/plans.ts';
import { readRound } from '../../store/read/rounds.ts';
import type { Deps } from '../deps.ts';

export type RoundTodo =
  | { readonly kind: 'compile' | 'call list' | 'morning' | 'group text' | 'mend' }
  /** Side by side: one that does not get through must not hold up the others. */
  | {
      readonly kind: 'tell bureau';
      readonly mails: readonly string[];
      readonly toGroup: readonly string[];
    };

export type RoundLook = {
  readonly over: boolean;
  readonly rev: number;
  readonly todo: RoundTodo | null;
  /** Host time, epoch ms. */
  readonly wakeAt: number;
  /** What will have to be done then, if nothing happens before; whoever does it asks the record again. */
  readonly coming: RoundTodo | null;
};

export type LookDeps = Pick<Deps, 'pool' | 'offset' | 'robot'>;

export const createLookAtRound = (deps: LookDeps) => ({
  lookAtRound: ({ round, asOf }: { round: string; asOf: number }): Promise<RoundLook> =>
    roundLook(deps, round, toPlan(asOf, deps.offset)),
});

/** Of the present: not to be called with a transaction open that has yet to change something. */
export async function roundLook(deps: LookDeps, id: string, now: Instant): Promise<RoundLook> {
  const seen = await see(deps, id, now);
  const { round } = seen;
  const over = round.phase === 'signed-off' || round.phase === 'cancelled';
  const wake = Math.min(...momentsOf(seen)) as Instant;
  return {
    over,
    rev: round.rev,
    todo: over ? null : todoAt(seen, now),
    wakeAt: toHost(wake, deps.offset),
    coming: over ? null : todoAt(seen, wake),
  };
}

type Seen = {
  readonly now: Instant;
  readonly round: Round;
  readonly newest: NewestCompilation | null;
  readonly waiting: readonly Delivery[];
  /** When the bureau is told of its own accord: what is still owed today, or the next. */
  readonly morning: Instant | null;
  readonly groupText: Instant | null;
};

async function see({ pool, robot }: LookDeps, id: string, now: Instant): Promise<Seen> {
  const [round, rules, days, newest, waiting] = await inTransaction(pool, (tx) =>
    atOnce([
      readRound(tx, id),
      readRules(tx, partsOf(id).plan),
      readBureauDays(tx, id),
      newestCompilation(tx, id),
      unsettledDeliveries(tx, id),
    ]),
  );
  const { policy } = rules.plan;
  const since = round.openedAt;
  const speaks = robot !== null && policy.groupText?.robot === true;
  const kept = (doneOn: typeof days.morningDoneOn) => ({ since, doneOn });
  const morning = nextMorning({ ...rules, policy }, kept(days.morningDoneOn), now);
  const groupText = speaks
    ? nextGroupText({ ...rules, policy }, round.due, kept(days.groupTextOn), now)
    : null;
  return { now, round, newest, waiting, morning, groupText };
}

function todoAt(seen: Seen, at: Instant): RoundTodo | null {
  const { round, newest } = seen;
  if (compileReason(round, newest, at)) return { kind: 'compile' };
  if (round.callListDoneAt === null && round.callListAt <= at) return { kind: 'call list' };
  const telling = isHalted(round) ? null : tellingAt(seen, at);
  if (telling) return telling;
  return nextMending(round, seen.now) <= at ? { kind: 'mend' } : null;
}

function tellingAt({ morning, groupText, waiting }: Seen, at: Instant): RoundTodo | null {
  if (morning !== null && morning <= at) return { kind: 'morning' };
  if (groupText !== null && groupText <= at) return { kind: 'group text' };
  const due = waiting.filter((delivery) => delivery.at <= at);
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

// Not a round number, for the same reason as in look.ts.
const DAILY = DAY - 11 * MINUTE - 17 * SECOND;

const nextMending = (round: Round, now: Instant): Instant =>
  round.mendedAt === null ? now : plus(round.mendedAt, DAILY);
