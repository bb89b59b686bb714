/** Statements on `submission`: every version is kept. */
import type { Way } from '../../domain/command.ts';
import type { Report } from '../../domain/obligation/submission.ts';
import type { NewSubmission } from '../../domain/obligation/transition/change.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db, write } from '../db/transaction.ts';

export type Submission = {
  readonly obligation: string;
  readonly version: number;
  readonly receivedAt: Instant;
  readonly enteredAt: Instant;
  readonly way: Way;
  readonly evidence: string;
  readonly supplement: boolean;
  readonly withdrawnAt: Instant | null;
  readonly report: Report;
};

const submissionColumns = `obligation, version, received_at as "receivedAt", entered_at as "enteredAt", way, evidence,
  supplement, withdrawn_at as "withdrawnAt", report`;

export async function insertSubmission(
  tx: Db,
  obligation: string,
  submission: NewSubmission,
  command: string,
  enteredAt: Instant,
): Promise<void> {
  await write(
    tx,
    `insert into submission (obligation, version, received_at, entered_at, way, evidence, supplement, report, command)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      obligation,
      submission.version,
      at(submission.receivedAt),
      at(enteredAt),
      submission.way,
      submission.evidence,
      submission.supplement,
      JSON.stringify(submission.report),
      command,
    ],
  );
}

export async function markWithdrawn(
  tx: Db,
  obligation: string,
  version: number,
  withdrawnAt: Instant,
): Promise<void> {
  await tx.query(`update submission set withdrawn_at = $3 where obligation = $1 and version = $2`, [
    obligation,
    version,
    at(withdrawnAt),
  ]);
}

export async function readSubmissions(db: Db, obligation: string): Promise<Submission[]> {
  const { rows } = await db.query<Submission>(
    `select ${submissionColumns} from submission where obligation = $1 order by version`,
    [obligation],
  );
  return rows;
}

/** Who handed that version in, or entered it. */
export async function authorOf(db: Db, obligation: string, version: number): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `select c.actor->>'name' as name from submission s join command c on c.id = s.command
      where s.obligation = $1 and s.version = $2`,
    [obligation, version],
  );
  return rows[0]?.name ?? '';
}

/** The newest version of each obligation of a round that was neither withdrawn nor came after sign-off. */
export async function newestSubmissions(db: Db, round: string): Promise<Submission[]> {
  const { rows } = await db.query<Submission>(
    `select distinct on (obligation) ${submissionColumns}
       from submission
      where obligation in (select id from obligation where round = $1)
        and withdrawn_at is null and not supplement
      order by obligation, version desc`,
    [round],
  );
  return rows;
}

/** What the unit handed in last for an earlier period of the plan: the next form starts from it. */
export async function lastReport(
  db: Db,
  plan: string,
  unit: string,
  beforePeriod: string,
): Promise<Report | null> {
  const { rows } = await db.query<{ report: Report }>(
    `select s.report
       from submission s join obligation o on o.id = s.obligation join round r on r.id = o.round
      where r.plan = $1 and o.unit = $2 and s.withdrawn_at is null
        and r.due_at < (select coalesce(max(due_at), 'infinity') from round where plan = $1 and period = $3)
      order by r.due_at desc, s.version desc limit 1`,
    [plan, unit, beforePeriod],
  );
  return rows[0]?.report ?? null;
}

/**
 * Supplements of a round that is opened again count as handed in from then on (rule 13, reopen).
 * @returns the obligations they belong to
 */
export async function adoptSupplements(tx: Db, round: string): Promise<string[]> {
  const { rows } = await tx.query<{ obligation: string }>(
    `update submission set supplement = false
      where supplement and obligation in (select id from obligation where round = $1)
      returning obligation`,
    [round],
  );
  return rows.map((row) => row.obligation);
}
