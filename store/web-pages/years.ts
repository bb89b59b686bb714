/** The years of a plan that were started, newest first, with their rounds. */
import type { RoundPhase } from '../../domain/obligation/obligation.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';

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
