/** Files of a report: uploaded while it is written, bound to a version when it is handed in, never changed afterwards. */
import type { FileRef } from '../../domain/command.ts';
import type { Instant } from '../../domain/time/time.ts';
import { lockObligations } from '../db/locks.ts';
import { at, type Db, inTransaction, type Pool } from '../db/transaction.ts';

/** `attachment` belongs to the report, `scan` is its signed page, `evidence` shows how it came (代录). */
export type FilePurpose = 'attachment' | 'scan' | 'evidence';

export type Attachment = FileRef & {
  readonly obligation: string;
  readonly purpose: FilePurpose;
  /** The version it came with, or follows; null until the report is handed in. */
  readonly version: number | null;
  /** Every version whose command names it: of a report that is handed in again, most files are the same. */
  readonly namedIn: readonly number[];
  readonly type: string;
  readonly sizeBytes: number;
  readonly addedAt: Instant;
  readonly addedBy: string;
};

const MEGABYTE = 1024 * 1024;
export const FILE_LIMITS = { file: 20 * MEGABYTE, files: 30, all: 100 * MEGABYTE } as const;

const fileColumns = `id, obligation, purpose, version, name, type, size_bytes as "sizeBytes", sha256,
  added_at as "addedAt", added_by as "addedBy",
  array(select s.version from submission s join command c on c.id = s.command
         where s.obligation = attachment.obligation
           and c.content->'attachments' @> jsonb_build_array(jsonb_build_object('id', attachment.id))
         order by s.version) as "namedIn"`;

/** @returns why it cannot be taken, or null. Two uploads at once are counted one after the other. */
export const addAttachment = (
  pool: Pool,
  file: Omit<Attachment, 'version' | 'namedIn'>,
  content: Buffer,
): Promise<'too many' | 'too large' | null> =>
  inTransaction(pool, async (tx) => {
    await lockObligations(tx, [`files ${file.obligation}`]);
    const { rows } = await tx.query<{ files: number; bytes: number }>(
      `select count(*)::int as files, coalesce(sum(size_bytes), 0)::float8 as bytes
         from attachment where obligation = $1 and removed_at is null`,
      [file.obligation],
    );
    const { files = 0, bytes = 0 } = rows[0] ?? {};
    if (files >= FILE_LIMITS.files) return 'too many';
    if (bytes + content.length > FILE_LIMITS.all) return 'too large';
    await tx.query(
      `insert into attachment (id, obligation, purpose, name, type, size_bytes, sha256, content, added_at, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        file.id,
        file.obligation,
        file.purpose,
        file.name,
        file.type,
        content.length,
        file.sha256,
        content,
        at(file.addedAt),
        file.addedBy,
      ],
    );
    return null;
  });

/** Without their contents, oldest first; removed ones are left out. */
export async function readAttachments(db: Db, obligation: string): Promise<Attachment[]> {
  const { rows } = await db.query<Attachment>(
    `select ${fileColumns} from attachment where obligation = $1 and removed_at is null order by added_at, id`,
    [obligation],
  );
  return rows;
}

/** Of that obligation only: the id alone opens nothing. */
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

/** Only what no version holds; the bytes go, the row stays. @returns false when there was nothing to remove */
export async function removeAttachment(
  db: Db,
  obligation: string,
  id: string,
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update attachment set removed_at = $3, content = ''
      where obligation = $1 and id = $2 and version is null and removed_at is null`,
    [obligation, id, at(now)],
  );
  return rowCount === 1;
}

/**
 * Which of the files a command names are not there, or are not what it says. Those that are stay so until the
 * transaction ends: nobody removes them between this answer and `bindFiles`.
 * @param purpose what they all have to be; anything when null
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

/** Binds files to a version; one that a later version names again keeps its first. */
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
