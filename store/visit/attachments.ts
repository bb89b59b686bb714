/** Files uploaded while a report is being written; they belong to no version yet. */

import type { Instant } from '../../domain/time/time.ts';
import { lockObligations } from '../db/locks.ts';
import { at, type Db, type Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Attachment } from '../read/submissions.ts';

const MEGABYTE = 1024 * 1024;
export const FILE_LIMITS = { file: 20 * MEGABYTE, files: 30, all: 100 * MEGABYTE } as const;

/** Two uploads at once are counted one after the other. @returns why the file is refused, or null */
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

/**
 * Removes a file that belongs to no version: its content goes, its row stays. @returns false when there was nothing to
 * remove
 */
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
