/** Statements on `reporting_year`. */
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

export type ReportingYear = {
  readonly id: string;
  readonly plan: string;
  readonly year: number;
  readonly phase: 'started' | 'cancelled';
  readonly rev: number;
};

export async function findYear(db: Db, id: string, lock = false): Promise<ReportingYear | null> {
  const { rows } = await db.query<ReportingYear>(
    `select id, plan, year, phase, rev from reporting_year where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0] ?? null;
}

/** @returns false when another transaction started it meanwhile */
export async function insertYear(
  tx: Db,
  year: Pick<ReportingYear, 'id' | 'plan' | 'year'>,
  startedAt: Instant,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into reporting_year (id, plan, year, phase, started_at) values ($1, $2, $3, 'started', $4)
     on conflict (id) do nothing`,
    [year.id, year.plan, year.year, at(startedAt)],
  );
  return rowCount === 1;
}

/** The dates or phases of its rounds are others now. @returns the year's new revision */
export async function touchYear(tx: Db, id: string): Promise<number> {
  const { rows } = await tx.query<{ rev: number }>(
    `update reporting_year set rev = rev + 1 where id = $1 returning rev`,
    [id],
  );
  return rows[0]?.rev ?? 0;
}

export async function saveYearPhase(
  tx: Db,
  id: string,
  phase: ReportingYear['phase'],
): Promise<number> {
  const { rows } = await tx.query<{ rev: number }>(
    `update reporting_year set phase = $2, rev = rev + 1 where id = $1 returning rev`,
    [id, phase],
  );
  return rows[0]?.rev ?? 0;
}

/** @returns the new revision, for the signal to the year's workflow */
export async function raiseYear(tx: Db, id: string): Promise<number> {
  const { rows } = await tx.query<{ rev: number }>(
    `update reporting_year set rev = rev + 1 where id = $1 returning rev`,
    [id],
  );
  return rows[0]?.rev ?? 0;
}
