/** Writes `round` and `reporting_year`. */

import { Problem } from '../../domain/problem.ts';
import type { Round, RoundDates } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { type ReportingYear, YEAR_COLUMNS } from '../read/years.ts';

export async function insertRound(
  tx: Db,
  round: Pick<Round, 'id' | 'year' | 'plan' | 'period' | 'calendar'> & RoundDates,
): Promise<void> {
  await tx.query(
    `insert into round (id, year, plan, period, phase, calendar, nominal_due, effective_due, due_at, opens_at,
                        call_list_at, draft_at, compile_on, compile_at, contact_check_at)
     values ($1, $2, $3, $4, 'planned', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [round.id, round.year, round.plan, round.period, round.calendar, ...dateValues(round)],
  );
}

/** Saves new dates of a round. One that is open keeps the instant at which it opened. */
export async function saveRoundDates(
  tx: Db,
  { id, phase, opensAt }: Pick<Round, 'id' | 'phase' | 'opensAt'>,
  dates: RoundDates,
  calendar: string,
): Promise<void> {
  const kept = phase === 'open' ? { ...dates, opensAt } : dates;
  await tx.query(
    `update round set calendar = $2, nominal_due = $3, effective_due = $4, due_at = $5, opens_at = $6,
            call_list_at = $7, draft_at = $8, compile_on = $9, compile_at = $10, contact_check_at = $11
      where id = $1`,
    [id, calendar, ...dateValues(kept)],
  );
}

const dateValues = (dates: RoundDates) => [
  dates.due.nominal,
  dates.due.effective,
  at(dates.due.at),
  at(dates.opensAt),
  at(dates.callListAt),
  at(dates.draftAt),
  dates.compileOn,
  at(dates.compileAt),
  at(dates.contactCheckAt),
];

/** Columns that a command may set. */
type RoundChange = Partial<
  Pick<
    Round,
    'phase' | 'paused' | 'compileWanted' | 'signedOffVersion' | 'signedOffAt' | 'openedAt'
  >
>;

export async function saveRound(tx: Db, id: string, change: RoundChange): Promise<void> {
  await tx.query(
    `update round
        set phase = coalesce($2, phase), paused = coalesce($3, paused),
            compile_wanted = coalesce($4, compile_wanted),
            signed_off_version = case when $5::boolean then $6 else signed_off_version end,
            signed_off_at = case when $5::boolean then $7 else signed_off_at end,
            opened_at = coalesce($8, opened_at),
            -- Open again: the workflows of its obligations have ended, or soon will; the next look must start them.
            mended_at = case when $2 = 'open' then null else mended_at end
      where id = $1`,
    [
      id,
      change.phase ?? null,
      change.paused ?? null,
      change.compileWanted ?? null,
      change.signedOffVersion !== undefined,
      change.signedOffVersion ?? null,
      at(change.signedOffAt),
      at(change.openedAt),
    ],
  );
}

/**
 * Updates the counts. The row lock makes transactions of a round wait for each other here, so exactly one of two last
 * arrivals sees `outstanding` become zero. Counting open rows instead would let both see the other one still open.
 */
export async function countRound(
  tx: Db,
  id: string,
  change: { outstanding: number; reportChanged: boolean },
): Promise<{ rev: number; outstanding: number; reportSeq: number }> {
  const { rows } = await tx.query<{ rev: number; outstanding: number; report_seq: number }>(
    `update round set rev = rev + 1, outstanding = outstanding + $2, report_seq = report_seq + $3
      where id = $1 returning rev, outstanding, report_seq`,
    [id, change.outstanding, change.reportChanged ? 1 : 0],
  );
  const row = rows[0];
  if (!row) throw new Problem('not_found', `没有批次“${id}”。`);
  return { rev: row.rev, outstanding: row.outstanding, reportSeq: row.report_seq };
}

export async function markCallList(tx: Db, id: string, doneAt: Instant): Promise<void> {
  await tx.query(`update round set call_list_done_at = $2 where id = $1`, [id, at(doneAt)]);
}

export async function markMended(db: Db, id: string, mendedAt: Instant): Promise<void> {
  await db.query(`update round set mended_at = $2 where id = $1`, [id, at(mendedAt)]);
}

/** The liaisons of the round were asked, or it was too late to ask. */
export async function markContactCheck(tx: Db, id: string, doneAt: Instant): Promise<void> {
  await tx.query(`update round set contact_check_done_at = $2 where id = $1`, [id, at(doneAt)]);
}

export async function markMorning(tx: Db, round: string, on: Day, seq: number): Promise<void> {
  await tx.query(`update round set morning_done_on = $2, morning_seq = $3 where id = $1`, [
    round,
    on,
    seq,
  ]);
}

export async function markGroupText(tx: Db, round: string, on: Day): Promise<void> {
  await tx.query(`update round set group_text_on = $2 where id = $1`, [round, on]);
}

/** Locks the row of the year: a command on the year runs alone. */
export async function findYearLocked(tx: Db, id: string): Promise<ReportingYear | null> {
  const { rows } = await tx.query<ReportingYear>(
    `select ${YEAR_COLUMNS} from reporting_year where id = $1 for update`,
    [id],
  );
  return rows[0] ?? null;
}

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

/**
 * Tells the year that dates or phases of its rounds have changed. @returns its new revision, for the signal to its
 * workflow
 */
export async function raiseYear(tx: Db, id: string): Promise<number> {
  const { rows } = await tx.query<{ rev: number }>(
    `update reporting_year set rev = rev + 1 where id = $1 returning rev`,
    [id],
  );
  return rows[0]?.rev ?? 0;
}
