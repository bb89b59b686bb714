/** The list of rounds: each with its counts. */
import { type Counts, count } from '../../domain/obligation/obligation.ts';
import type { NewestCompilation, Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';
import { newestCompilation } from './compilations.ts';
import { readObligations } from './obligations.ts';
import { roundsOfPlan } from './rounds.ts';

export type ListedRound = {
  readonly round: Round;
  readonly counts: Counts;
  readonly compilation: NewestCompilation | null;
};

/** A plan has a handful of rounds, so each is asked for on its own. */
export async function readRoundsPage(db: Db, plan: string, asOf: Instant): Promise<ListedRound[]> {
  const rows: ListedRound[] = [];
  for (const round of await roundsOfPlan(db, plan)) {
    rows.push({
      round,
      counts: count(await readObligations(db, round.id), asOf),
      compilation: await newestCompilation(db, round.id),
    });
  }
  return rows;
}
