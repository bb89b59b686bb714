/** Rounds: one plan × one period. */

import { Problem } from '../../domain/problem.ts';
import type { Round, RoundPhase } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

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

export async function findRound(db: Db, id: string): Promise<Round | null> {
  const { rows } = await db.query<RoundRow>(`select ${ROUND_COLUMNS} from round where id = $1`, [
    id,
  ]);
  return rows[0] ? toRound(rows[0]) : null;
}

export async function readRound(db: Db, id: string): Promise<Round> {
  const found = await findRound(db, id);
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

/** Rounds of other plans that should have opened by then. */
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

export async function openRounds(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from round where phase = 'open' order by id`,
  );
  return rows.map((row) => row.id);
}
