/** The years of a plan, and its rounds with their counts. */

import { type Counts, countsOf } from '../../domain/round/counts.ts';
import type { NewestCompilation, Round, RoundPhase } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';
import { newestCompilation } from './compilations.ts';
import { readObligations } from './obligations.ts';
import { roundsOfPlan } from './rounds.ts';

export type YearRow = {
  readonly id: string;
  readonly year: number;
  readonly phase: 'started' | 'cancelled';
  readonly startedAt: Instant;
  readonly rounds: readonly { readonly period: string; readonly phase: RoundPhase }[];
};

export async function readYears(db: Db, plan: string): Promise<YearRow[]> {
  const { rows } = await db.query<YearRow>(
    `select y.id, y.year, y.phase, y.started_at as "startedAt",
            coalesce((select jsonb_agg(jsonb_build_object('period', r.period, 'phase', r.phase) order by r.nominal_due)
                        from round r where r.year = y.id), '[]') as rounds
       from reporting_year y where y.plan = $1 order by y.year desc`,
    [plan],
  );
  return rows;
}

export type ReportingYear = {
  readonly id: string;
  readonly plan: string;
  readonly year: number;
  readonly phase: 'started' | 'cancelled';
  readonly rev: number;
};

export const YEAR_COLUMNS = 'id, plan, year, phase, rev';

export async function findYear(db: Db, id: string): Promise<ReportingYear | null> {
  const { rows } = await db.query<ReportingYear>(
    `select ${YEAR_COLUMNS} from reporting_year where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** A round in the list, with its counts. */
export type ListedRound = {
  readonly round: Round;
  readonly counts: Counts;
  readonly compilation: NewestCompilation | null;
};

/** One query for each round: a plan has only a few. */
export async function readRoundsPage(db: Db, plan: string, asOf: Instant): Promise<ListedRound[]> {
  const rows: ListedRound[] = [];
  for (const round of await roundsOfPlan(db, plan)) {
    rows.push({
      round,
      counts: countsOf(await readObligations(db, round.id), asOf),
      compilation: await newestCompilation(db, round.id),
    });
  }
  return rows;
}

/** Started years with a round that has not opened yet. */
export async function unfinishedYears(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select y.id from reporting_year y
      where y.phase = 'started' and exists (select 1 from round r where r.year = y.id and r.phase = 'planned')
      order by y.id`,
  );
  return rows.map((row) => row.id);
}
