/** What a calendar feed shows: the dates of a unit's obligations, or of all rounds. */
import {
  type Obligation,
  obligationId,
  type RoundPhase,
} from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';
import { findObligation } from '../read/obligations.ts';
import { roundsOfPlan } from '../read/rounds.ts';

export type FeedRound = Round;

export type FeedObligation = Obligation & {
  readonly period: string;
  readonly phase: RoundPhase;
  readonly opensAt: Instant;
};

export const readFeedRounds = (db: Db, plan: string): Promise<FeedRound[]> =>
  roundsOfPlan(db, plan);

/** A plan has a handful of rounds, so each is asked for on its own. */
export async function readFeedObligations(
  db: Db,
  plan: string,
  unit: string,
): Promise<FeedObligation[]> {
  const found: FeedObligation[] = [];
  for (const { id, period, phase, opensAt } of await roundsOfPlan(db, plan)) {
    const obligation = await findObligation(db, obligationId(id, unit));
    if (obligation) found.push({ ...obligation, period, phase, opensAt });
  }
  return found;
}
