/** Submissions: every version, its files, and which leaders endorsed it. */

import type { FileRef, Way } from '../../domain/obligation/act.ts';
import type { Report } from '../../domain/obligation/submission.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';

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

export async function readSubmissions(db: Db, obligation: string): Promise<Submission[]> {
  const { rows } = await db.query<Submission>(
    `select ${submissionColumns} from submission where obligation = $1 order by version`,
    [obligation],
  );
  return rows;
}

/** The person who handed in or entered that version. */
export async function authorOf(db: Db, obligation: string, version: number): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `select c.actor->>'name' as name from submission s join command c on c.id = s.command
      where s.obligation = $1 and s.version = $2`,
    [obligation, version],
  );
  return rows[0]?.name ?? '';
}

/** The newest version of each obligation of a round, without withdrawn ones and supplements. */
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

/** The unit's last report for an earlier period of the plan: the next form starts from it. */
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

/** `attachment` belongs to the report, `scan` is its signed page, `evidence` shows how a recorded report came (代录). */
export type FilePurpose = 'attachment' | 'scan' | 'evidence';

export type Attachment = FileRef & {
  readonly obligation: string;
  readonly purpose: FilePurpose;
  /** The version it came with or was added to; null until the report is handed in. */
  readonly version: number | null;
  /** Every version that names it: when a report is handed in again, most of its files are the same. */
  readonly namedIn: readonly number[];
  readonly type: string;
  readonly sizeBytes: number;
  readonly addedAt: Instant;
  readonly addedBy: string;
};

const fileColumns = `id, obligation, purpose, version, name, type, size_bytes as "sizeBytes", sha256,
  added_at as "addedAt", added_by as "addedBy",
  array(select s.version from submission s join command c on c.id = s.command
         where s.obligation = attachment.obligation
           and c.content->'attachments' @> jsonb_build_array(jsonb_build_object('id', attachment.id))
         order by s.version) as "namedIn"`;

/** Without contents and without removed files, oldest first. */
export async function readAttachments(db: Db, obligation: string): Promise<Attachment[]> {
  const { rows } = await db.query<Attachment>(
    `select ${fileColumns} from attachment where obligation = $1 and removed_at is null order by added_at, id`,
    [obligation],
  );
  return rows;
}

/** The id alone is not enough: the file must belong to that obligation. */
export async function findAttachment(
  db: Db,
  obligation: string,
  id: string,
): Promise<(Attachment & { readonly content: Buffer }) | null> {
  const { rows } = await db.query<Attachment & { readonly content: Buffer }>(
    `select ${fileColumns}, content from attachment where obligation = $1 and id = $2 and removed_at is null`,
    [obligation, id],
  );
  return rows[0] ?? null;
}

export type Endorsement = { readonly version: number; readonly by: string; readonly at: Instant };

export async function readEndorsements(db: Db, obligation: string): Promise<Endorsement[]> {
  const { rows } = await db.query<Endorsement>(
    `select version, by, at from endorsement where obligation = $1 order by at`,
    [obligation],
  );
  return rows;
}
