import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../../domain/time/time.ts';
import { removeAttachment } from '../../../store/visit/attachments.ts';
import { type Saved, saveDraft } from '../../../store/visit/drafts.ts';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import type { ReportValues } from './field-values.ts';
import { reportValues } from './field-values.ts';
import { type ReportScene, readReportScene } from './report-scene.ts';

/** A sent form, and what it is about. */
export type SentForm = {
  readonly sent: {
    readonly action?: string;
    readonly id?: unknown;
  } & Record<string, unknown>;
  readonly scene: ReportScene;
  readonly values: ReportValues;
  readonly rev: number;
  /** The newest version when the form was drawn. */
  readonly seen: number;
  readonly by: string;
  readonly now: Instant;
};

export async function readSentForm(c: Request, deps: Deps): Promise<SentForm> {
  const scene = await readReportScene(c, deps);
  const sent = (await c.req.parseBody()) as SentForm['sent'];
  return {
    sent,
    scene,
    values: reportValues(sent, numbersOf(scene)),
    rev: revOf(sent['rev']),
    seen: revOf(sent['seen']),
    by: actorOf(c, 'report', scene.obligation.unit).name,
    now: await deps.now(),
  };
}

/** Removes only a file that is in no version and that the page lists. */
export async function removeFile(deps: Deps, { scene, now }: SentForm, id: string): Promise<void> {
  if (!scene.files.some((file) => file.id === id)) return;
  await removeAttachment(deps.pool, scene.obligation.id, id, now);
}

type ToSave = Pick<SentForm, 'scene' | 'values' | 'rev' | 'by' | 'now'>;

/** Saves over the revision that the page has seen; otherwise returns the draft that is there. */
export async function save(
  { pool }: Deps,
  { scene, values, rev, by, now }: ToSave,
): Promise<Saved> {
  const draft = { content: values, savedAt: now, savedBy: by };
  const saved = await saveDraft(pool, scene.obligation.id, rev, draft);
  // A page saves as it is left, and again when it comes back: equal content is no conflict.
  return !saved.ok && saved.draft && isDeepStrictEqual(saved.draft.content, values)
    ? { ok: true, rev: saved.rev }
    : saved;
}

export const numbersOf = ({ obligation }: ReportScene): number[] => [
  ...obligation.items,
  ...obligation.optionalItems,
];

export const revOf = (sent: unknown): number => {
  const rev = Number(sent);
  return Number.isSafeInteger(rev) && rev > 0 && rev < 1_000_000_000 ? rev : 0;
};

export const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
