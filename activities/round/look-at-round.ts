/**
 * What a round has to do now, and what at its next moment: compile, list the calls, write the morning digest, tell the
 * bureau, mend. Every activity of the round returns the next look.
 */

import { partsOf } from '../../domain/obligation/obligation.ts';
import { nextGroupText, nextMorning } from '../../domain/round/bureau-days.ts';
import { compileReason, nextCompileMoment } from '../../domain/round/compile-decision.ts';
import { isHalted, isOver, type NewestCompilation, type Round } from '../../domain/round/round.ts';
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
  /** Sent in parallel, so that one failing message does not delay the others. */
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
  /** What is due at `wakeAt` if nothing changes before; the activity checks it again. */
  readonly coming: RoundTodo | null;
};

export type LookDeps = Pick<Deps, 'pool' | 'offset' | 'robot'>;

export const createLookAtRound = (deps: LookDeps) => ({
  lookAtRound: ({ round, asOf }: { round: string; asOf: number }): Promise<RoundLook> =>
    roundLook(deps, round, toPlan(asOf, deps.offset)),
});

/** Reads committed data. Do not call inside a transaction that still has writes to make. */
export async function roundLook(deps: LookDeps, id: string, now: Instant): Promise<RoundLook> {
  const seen = await see(deps, id, now);
  const { round } = seen;
  const over = isOver(round);
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
  /** When the next daily digest is due; a past moment when today's has not been written. */
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

// Not a round number, for the reason given in obligation/look.ts.
const DAILY = DAY - 11 * MINUTE - 17 * SECOND;

const nextMending = (round: Round, now: Instant): Instant =>
  round.mendedAt === null ? now : plus(round.mendedAt, DAILY);
