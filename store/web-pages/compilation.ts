/** One version of a round's compilation, and which versions there are. */
import type { Compilation } from '../../domain/compilation.ts';
import type { Round } from '../../domain/round.ts';
import { type Compiled, readCompilations, readCompiled } from '../compilations.ts';
import type { Db } from '../pool.ts';
import { findRound } from '../rounds.ts';

export type CompilationPage = {
  readonly round: Round;
  readonly versions: readonly Compiled[];
  readonly compiled: Compiled;
  readonly data: Compilation;
  readonly document: Buffer;
};

export async function readCompilationPage(
  db: Db,
  roundId: string,
  version: number,
): Promise<CompilationPage | null> {
  const round = await findRound(db, roundId);
  const versions = await readCompilations(db, roundId);
  const compiled = versions.find((one) => one.version === version);
  const made = compiled && (await readCompiled(db, roundId, version));
  if (!round || !compiled || !made) return null;
  // Written by activities/compile-report.ts and never changed afterwards.
  return { round, versions, compiled, data: made.data as Compilation, document: made.document };
}
