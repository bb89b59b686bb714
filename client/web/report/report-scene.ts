import {
  type Obligation,
  obligationId,
  partsOf,
  roundId,
} from '../../../domain/obligation/obligation.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import type { Contact } from '../../../domain/plan/plan.ts';
import type { Round } from '../../../domain/round/round.ts';
import { readContacts } from '../../../store/read/contacts.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { readRound } from '../../../store/read/rounds.ts';
import {
  type Attachment,
  lastReport,
  readAttachments,
  readSubmissions,
  type Submission,
} from '../../../store/read/submissions.ts';
import { lastReturn, type Returned } from '../../../store/read/unit.ts';
import { type Kept, readKept } from '../../../store/visit/drafts.ts';
import type { Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';

export type ReportScene = {
  readonly round: Round;
  readonly obligation: Obligation;
  readonly draft: Kept['draft'];
  /** A save must name it. */
  readonly rev: number;
  readonly files: readonly Attachment[];
  /** The newest version of this period that was not withdrawn. */
  readonly newest: Submission | null;
  /** The report of an earlier period. */
  readonly last: Report | null;
  readonly contacts: readonly Contact[];
  /** While the unit has not answered it. */
  readonly returned: Returned | null;
};

/** What the form of an obligation needs. Throws `not_found` when the unit owes nothing in that round. */
export async function readReportScene(c: Request, { pool, plan }: Deps): Promise<ReportScene> {
  const { period = '', unit = '' } = c.req.param();
  const id = obligationId(roundId(plan, period), unit);
  const { draft, rev } = await readKept(pool, id);
  const obligation = await readObligation(pool, id);
  const submissions = await readSubmissions(pool, id);
  const contacts = await readContacts(pool, plan);
  return {
    round: await readRound(pool, obligation.round),
    obligation,
    draft,
    rev,
    files: (await readAttachments(pool, id)).filter(({ purpose }) => purpose !== 'evidence'),
    newest: submissions.findLast(({ withdrawnAt }) => withdrawnAt === null) ?? null,
    last: await lastReport(pool, plan, unit, partsOf(id).period),
    contacts: contacts.filter((contact) => contact.unit === unit),
    returned: obligation.state === 'returned' ? await lastReturn(pool, id) : null,
  };
}
