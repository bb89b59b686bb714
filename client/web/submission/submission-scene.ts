/** One version of a unit's report, and its context. */
import { type Obligation, obligationId, roundId } from '../../../domain/obligation/obligation.ts';
import { Problem } from '../../../domain/problem.ts';
import type { Round } from '../../../domain/round/round.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { readRound } from '../../../store/read/rounds.ts';
import {
  type Attachment,
  readAttachments,
  readSubmissions,
  type Submission,
} from '../../../store/read/submissions.ts';
import type { Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';

export type SubmissionScene = {
  readonly round: Round;
  readonly obligation: Obligation;
  readonly submissions: readonly Submission[];
  readonly files: readonly Attachment[];
};

/** Throws `not_found` when the unit owes nothing in that round. */
export async function readSubmissionScene(
  c: Request,
  { pool, plan }: Deps,
): Promise<SubmissionScene> {
  const { period = '', unit = '' } = c.req.param();
  const id = obligationId(roundId(plan, period), unit);
  const obligation = await readObligation(pool, id);
  return {
    round: await readRound(pool, obligation.round),
    obligation,
    submissions: await readSubmissions(pool, id),
    files: await readAttachments(pool, id),
  };
}

/** Throws `not_found` for a version that does not exist. */
export function versionOf(
  { submissions, obligation }: SubmissionScene,
  version: number,
): Submission {
  const found = submissions.find((one) => one.version === version);
  if (found) return found;
  const last = submissions.at(-1)?.version ?? 0;
  throw new Problem(
    'not_found',
    last === 0
      ? `${obligation.unitName}本期还没有报送材料。`
      : `${obligation.unitName}没有第${version}版材料；最新为第${last}版。`,
  );
}
