/** Compilations: numbered versions of the report of a round, all kept. */

import type { Compilation } from '../../domain/compilation/compilation.ts';
import type { NewestCompilation, Round } from '../../domain/round/round.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/pool.ts';
import { findRound } from './rounds.ts';

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

type Supplement = {
  readonly unit: string;
  readonly unitName: string;
  readonly version: number;
  readonly receivedAt: Instant;
};

export type CompilationPage = {
  readonly round: Round;
  readonly versions: readonly Compiled[];
  readonly compiled: Compiled;
  readonly data: Compilation;
  readonly document: Buffer;
  /** The version asked for, or the one before; null for the first version. */
  readonly earlier: { readonly version: number; readonly data: Compilation } | null;
  /** Reports after sign-off (补报), which are in no version. */
  readonly supplements: readonly Supplement[];
};

export async function readCompilationPage(
  db: Db,
  roundId: string,
  version: number,
  against = version - 1,
): Promise<CompilationPage | null> {
  const round = await findRound(db, roundId);
  const versions = await readCompilations(db, roundId);
  const compiled = versions.find((one) => one.version === version);
  const made = compiled && (await readCompiled(db, roundId, version));
  if (!round || !compiled || !made) return null;
  const earlier = against < version ? await readCompiled(db, roundId, against) : null;
  return {
    round,
    versions,
    compiled,
    // Written by activities/round/compile-report.ts and never changed afterwards.
    data: made.data as Compilation,
    document: made.document,
    earlier: earlier && { version: against, data: earlier.data as Compilation },
    supplements: await supplementsOf(db, roundId),
  };
}

async function supplementsOf(db: Db, round: string): Promise<Supplement[]> {
  const { rows } = await db.query<Supplement>(
    `select o.unit, o.unit_name as "unitName", s.version, s.received_at as "receivedAt"
       from submission s join obligation o on o.id = s.obligation
      where o.round = $1 and s.supplement and s.withdrawn_at is null order by s.received_at`,
    [round],
  );
  return rows;
}
