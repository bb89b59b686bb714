/** Statements on `compilation`: numbered versions, all kept. */
import type { NewestCompilation } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

export type Compiled = NewestCompilation & {
  readonly outstanding: number;
  readonly reason: string;
};

const columns = `version, report_seq as "reportSeq", draft, made_at as "madeAt", outstanding, reason`;

export async function newestCompilation(db: Db, round: string): Promise<Compiled | null> {
  const { rows } = await db.query<Compiled>(
    `select ${columns} from compilation where round = $1 order by version desc limit 1`,
    [round],
  );
  return rows[0] ?? null;
}

export async function readCompilations(db: Db, round: string): Promise<Compiled[]> {
  const { rows } = await db.query<Compiled>(
    `select ${columns} from compilation where round = $1 order by version`,
    [round],
  );
  return rows;
}

export async function readCompiled(
  db: Db,
  round: string,
  version: number,
): Promise<{ data: unknown; document: Buffer } | null> {
  const { rows } = await db.query<{ data: unknown; document: Buffer }>(
    `select data, document from compilation where round = $1 and version = $2`,
    [round, version],
  );
  return rows[0] ?? null;
}

/** @returns the version's number; made from the same `reportSeq` as the newest of the same kind, that one's number */
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
