/** Writes `compilation`: versions are added and never changed. */

import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import type { Compiled } from '../read/compilations.ts';

/** @returns the number of the new version */
export async function addCompilation(
  tx: Db,
  round: string,
  made: Omit<Compiled, 'version' | 'madeAt'> & {
    readonly madeAt: Instant;
    readonly data: unknown;
    readonly document: Buffer;
  },
): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `insert into compilation (round, version, report_seq, draft, outstanding, made_at, reason, data, document)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from compilation where round = $1
     returning version`,
    [
      round,
      made.reportSeq,
      made.draft,
      made.outstanding,
      at(made.madeAt),
      made.reason,
      JSON.stringify(made.data),
      made.document,
    ],
  );
  return rows[0]?.version ?? 0;
}
