/** Who is overdue in a round and what was done about it. Dates only: no texts of messages, reports or calls. */
import { GONE } from '../../domain/delivery/delivery.ts';
import { isOverdue } from '../../domain/obligation/obligation.ts';
import { STEP_KINDS, type StepKind } from '../../domain/plan/message-kinds.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { type Db, type Pool, sqlList } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { type BriefObligation, readObligationsBriefly } from './obligations.ts';
import { findRound } from './rounds.ts';

export type OverdueRow = {
  readonly obligation: BriefObligation;
  /** When each kind of step reached the unit, oldest first. */
  readonly sent: ReadonlyMap<StepKind, readonly Instant[]>;
  /** Calls, answered or not. */
  readonly calls: readonly Instant[];
};

export type OverduePage = {
  readonly round: Round;
  /** On all pages. */
  readonly found: number;
  readonly rows: readonly OverdueRow[];
};

/** Longest overdue first. The bureau's own part is left out. Null when there is no such round. */
export const readOverduePage = (
  pool: Pool,
  roundId: string,
  asOf: Instant,
  which: { readonly offset: number; readonly limit: number },
): Promise<OverduePage | null> =>
  inTransaction(
    pool,
    async (tx) => {
      const round = await findRound(tx, roundId);
      if (round === null) return null;
      const overdue = (await readObligationsBriefly(tx, roundId))
        .filter((obligation) => !obligation.own && isOverdue(obligation, asOf))
        .toSorted((a, b) => a.due.at - b.due.at);
      const shown = overdue.slice(which.offset, which.offset + which.limit);
      const ids = shown.map(({ id }) => id);
      const sent = await sentSteps(tx, ids);
      const calls = await callsOf(tx, ids);
      const rows = shown.map((obligation) => ({
        obligation,
        sent: sent.get(obligation.id) ?? new Map(),
        calls: calls.get(obligation.id) ?? [],
      }));
      return { round, found: overdue.length, rows };
    },
    'repeatable read',
  );

async function sentSteps(db: Db, obligations: readonly string[]) {
  const { rows } = await db.query<{ obligation: string; kind: StepKind; at: Instant }>(
    `select obligation, kind, min(settled_at) as at from delivery
      where obligation = any($1) and state in ${sqlList(GONE)} and channel in ('email', 'sms', 'letter', 'slip')
        and kind in ${sqlList(STEP_KINDS)}
      group by obligation, cycle, step, kind order by min(settled_at)`,
    [obligations],
  );
  const found = new Map<string, Map<StepKind, Instant[]>>();
  for (const { obligation, kind, at } of rows) {
    const kinds = found.get(obligation) ?? new Map<StepKind, Instant[]>();
    kinds.set(kind, [...(kinds.get(kind) ?? []), at]);
    found.set(obligation, kinds);
  }
  return found;
}

async function callsOf(db: Db, obligations: readonly string[]) {
  const { rows } = await db.query<{ obligation: string; at: Instant }>(
    `select obligation, received_at as at from command
      where obligation = any($1) and kind = 'call' and (outcome->>'ok')::boolean order by received_at`,
    [obligations],
  );
  const found = new Map<string, Instant[]>();
  for (const { obligation, at } of rows) {
    found.set(obligation, [...(found.get(obligation) ?? []), at]);
  }
  return found;
}
