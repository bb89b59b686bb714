/** Writes `submission`, binds files to it, and keeps endorsements. */

import type { FileRef } from '../../domain/obligation/act.ts';
import type { NewSubmission } from '../../domain/obligation/transition/change.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';
import type { Endorsement, FilePurpose } from '../read/submissions.ts';

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

/**
 * When a round is opened again, its supplements count as handed in from then on (rule 13, reopen). @returns their
 * obligations
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

/**
 * Files named by a command that do not exist or differ from what it says. The others are locked until the transaction
 * ends, so nobody removes them before `bindFiles`.
 * @param purpose required of every file; any when null
 */
export async function missingFiles(
  tx: Db,
  obligation: string,
  files: readonly FileRef[],
  purpose: FilePurpose | null = null,
): Promise<FileRef[]> {
  const { rows } = await tx.query<FileRef>(
    `select id, name, sha256 from attachment
      where obligation = $1 and id = any($2::uuid[]) and removed_at is null
        and ($3::text is null or purpose = $3) order by id for update`,
    [obligation, files.map(({ id }) => id).filter(isUuid), purpose],
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  return files.filter(({ id, name, sha256 }) => {
    const found = there.get(id);
    return found?.name !== name || found.sha256 !== sha256;
  });
}

/** Binds files to a version; a file that a later version names again keeps its first version. */
export async function bindFiles(
  tx: Db,
  obligation: string,
  version: number,
  files: readonly FileRef[],
): Promise<void> {
  await tx.query(
    `update attachment set version = coalesce(version, $2) where obligation = $1 and id = any($3::uuid[])`,
    [obligation, version, files.map(({ id }) => id)],
  );
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

export async function addEndorsement(
  tx: Db,
  obligation: string,
  { version, by, at: when }: Endorsement,
): Promise<void> {
  await tx.query(
    `insert into endorsement (obligation, version, by, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [obligation, version, by, at(when)],
  );
}
