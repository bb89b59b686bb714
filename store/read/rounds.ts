/** Statements on `round` and `reporting_year`. */
import type { RoundPhase } from '../../domain/obligation/obligation.ts';
import { Problem } from '../../domain/problem.ts';
import type { Round, RoundDates } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

export type RoundRow = {
  id: string;
  year: string;
  plan: string;
  period: string;
  phase: RoundPhase;
  nominal_due: Day;
  effective_due: Day;
  due_at: Instant;
  contact_check_at: Instant | null;
  contact_check_done_at: Instant | null;
  opens_at: Instant;
  call_list_at: Instant;
  draft_at: Instant | null;
  compile_on: Day;
  compile_at: Instant;
  calendar: string;
  paused: boolean;
  plan_paused: boolean;
  rev: number;
  report_seq: number;
  outstanding: number;
  compile_wanted: boolean;
  call_list_done_at: Instant | null;
  mended_at: Instant | null;
  opened_at: Instant | null;
  signed_off_version: number | null;
  signed_off_at: Instant | null;
};

export const ROUND_COLUMNS = `id, year, plan, period, phase, nominal_due, effective_due, due_at, contact_check_at,
  contact_check_done_at, opens_at, call_list_at, draft_at, compile_on, compile_at, calendar, paused,
  plan_paused, rev, report_seq, outstanding, compile_wanted, call_list_done_at, mended_at, opened_at,
  signed_off_version, signed_off_at`;

export async function findRound(db: Db, id: string, lock = ''): Promise<Round | null> {
  const { rows } = await db.query<RoundRow>(
    `select ${ROUND_COLUMNS} from round where id = $1 ${lock}`,
    [id],
  );
  return rows[0] ? toRound(rows[0]) : null;
}

/** The round with its `shared` lock (locks.ts): what a command on the whole round changes stands still from here. */
export const holdRound = (tx: Db, id: string): Promise<Round> => readRound(tx, id, 'for key share');

export async function readRound(db: Db, id: string, lock = ''): Promise<Round> {
  const found = await findRound(db, id, lock);
  if (found) return found;
  throw noRound(id);
}

export const noRound = (id: string): Problem =>
  new Problem(
    'not_found',
    `没有批次“${id}”；请先启动该年度（year start），或检查报送期写法（例如 2018H1）。`,
  );

export async function roundsOfYear(db: Db, year: string): Promise<Round[]> {
  const { rows } = await db.query<RoundRow>(
    `select ${ROUND_COLUMNS} from round where year = $1 order by due_at, id`,
    [year],
  );
  return rows.map(toRound);
}

/** Rounds of other plans that were to open by then. */
export async function dueToOpen(db: Db, besides: string, by: Instant): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from round where phase = 'planned' and plan <> $1 and opens_at <= $2 order by id`,
    [besides, at(by)],
  );
  return rows.map((row) => row.id);
}

export async function roundsOfPlan(db: Db, plan: string): Promise<Round[]> {
  const { rows } = await db.query<RoundRow>(
    `select ${ROUND_COLUMNS} from round where plan = $1 order by due_at, id`,
    [plan],
  );
  return rows.map(toRound);
}

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

export async function saveRoundDates(
  tx: Db,
  id: string,
  dates: RoundDates,
  calendar: string,
): Promise<void> {
  await tx.query(
    `update round set calendar = $2, nominal_due = $3, effective_due = $4, due_at = $5, opens_at = $6,
            call_list_at = $7, draft_at = $8, compile_on = $9, compile_at = $10, contact_check_at = $11
      where id = $1`,
    [id, calendar, ...dateValues(dates)],
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

/** Columns that a command of the round may set. */
export type RoundChange = Partial<
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
            -- Open again: its obligations' workflows have ended, or are about to, and have to be started at the next look.
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
 * Moves the counts; from here to the commit one transaction at a time per round, so exactly one of two last arrivals
 * sees `outstanding` become zero. Counting open rows instead would let both see the other still open.
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

export const toRound = (row: RoundRow): Round => ({
  id: row.id,
  year: row.year,
  plan: row.plan,
  period: row.period,
  phase: row.phase,
  due: { nominal: row.nominal_due, effective: row.effective_due, at: row.due_at },
  contactCheckAt: row.contact_check_at,
  contactCheckDoneAt: row.contact_check_done_at,
  opensAt: row.opens_at,
  callListAt: row.call_list_at,
  draftAt: row.draft_at,
  compileOn: row.compile_on,
  compileAt: row.compile_at,
  calendar: row.calendar,
  paused: row.paused,
  planPaused: row.plan_paused,
  rev: row.rev,
  reportSeq: row.report_seq,
  outstanding: row.outstanding,
  compileWanted: row.compile_wanted,
  callListDoneAt: row.call_list_done_at,
  mendedAt: row.mended_at,
  openedAt: row.opened_at,
  signedOffVersion: row.signed_off_version,
  signedOffAt: row.signed_off_at,
});
