/** What others have done with a report since its form was opened: handing in must not throw it away unseen. */
import type { Draft } from '../../../store/drafts.ts';
import { findMessage } from '../../../store/web-pages.ts';
import type { Deps } from '../deps.ts';
import type { Desk } from './report-desk.ts';

/** @returns somebody else's newer draft, null when a version was handed in elsewhere, undefined when nothing came between */
export async function overtakenBy(
  { pool }: Deps,
  { scene, sent, rev, by }: Desk,
): Promise<Draft | null | undefined> {
  const { draft, obligation, round } = scene;
  const { id, seen } = sent;
  const trail = { subject: round.id, obligation: obligation.id };
  // The same form once more: it gets its first answer again.
  if (typeof id === 'string' && (await findMessage(pool, trail, id)) !== null) return undefined;
  if (draft && draft.rev !== rev && draft.savedBy !== by) return draft;
  return seen === undefined || seen === String(obligation.version) ? undefined : null;
}
