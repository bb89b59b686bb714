/** The form by which a unit hands in: opened, saved, given files, filled from a file, and sent. */
import { randomUUID } from 'node:crypto';
import { fieldProblemsWith } from '../../../domain/obligation/report-problems.ts';
import { Problem } from '../../../domain/problem.ts';
import { readReportFile } from '../../../gateways/report-file/read-file.ts';
import { type Draft, readDraft, type Saved } from '../../../store/visit/drafts.ts';
import { onObligation } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { type Frame, readFrame } from '../shared/frame.ts';
import { uuidOf } from '../shared/sent.ts';
import {
  atTheirRows,
  pressed,
  reportOf,
  reportValues,
  startOf,
  valuesFrom,
  withLastFigures,
} from './field-values.ts';
import { keepFile } from './files.ts';
import { ReportPage } from './report-page.tsx';
import { readReportScene } from './report-scene.ts';
import {
  numbersOf,
  objectOf,
  readSentForm,
  removeFile,
  revOf,
  type SentForm,
  save,
} from './sent-form.ts';

const REPORT = '/:period{[0-9]{4}H[12]}/:unit/report' as const;

export function reportRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get(REPORT, 'report', async (c) => {
    const notices = noticesOf(await readFrame(c, deps));
    const notice = notices[c.req.query('notice') ?? ''];
    return page(c, deps, { notice }, 200);
  });
  routes.post(REPORT, 'report', async (c) => {
    const desk = await readSentForm(c, deps);
    return desk.sent.action === 'submit' ? handIn(c, deps, desk) : keep(c, deps, desk);
  });
  routes.put(`${REPORT}/draft`, 'report', async (c) => {
    const scene = await readReportScene(c, deps);
    const sent: { rev?: unknown; values?: unknown } = objectOf(
      await c.req.json().catch(() => null),
    );
    const values = reportValues(objectOf(sent.values), numbersOf(scene));
    const { name } = actorOf(c, 'report', scene.obligation.unit);
    const now = await deps.now();
    const saved = await save(deps, { scene, values, rev: revOf(sent.rev), by: name, now });
    if (saved.ok) return c.json({ rev: saved.rev });
    const frame = await readFrame(c, deps);
    return c.json({ sentence: conflictIn(frame, saved.draft), rev: saved.rev }, 409);
  });
  return routes;
}

/** Whatever button it was, what was typed is kept first. */
async function keep(c: Request, deps: Deps, desk: SentForm): Promise<Response> {
  const [action = '', what = ''] = (desk.sent.action ?? '').split(/-(.*)/);
  const button = pressed(desk.sent.action ?? '', desk.values, desk.scene.last);
  const values = button?.values ?? desk.values;
  const saved = await save(deps, { ...desk, values });
  if (!saved.ok) return answerConflict(c, deps, desk, saved);
  if (button) return c.redirect(`${c.req.path}#${button.at}`, 303);
  switch (action) {
    case 'upload':
      return upload(c, deps, desk);
    case 'read':
      return readBack(c, deps, desk, saved.rev);
    case 'remove':
      await removeFile(deps, desk, what);
      return c.redirect(`${c.req.path}#files`, 303);
    default:
      return c.redirect(`${c.req.path}?notice=saved`, 303);
  }
}

async function handIn(c: Request, deps: Deps, desk: SentForm): Promise<Response> {
  const { scene, values, seen, rev } = desk;
  const { obligation, files } = scene;
  const owes = { ...obligation, isTown: obligation.unitKind === 'town' };
  const report = reportOf(values, { ...obligation, last: scene.last });
  const problems = atTheirRows(fieldProblemsWith(report, owes), values, scene.last);
  if (problems.length > 0) {
    // Kept as it is, so that a window that is closed now loses nothing.
    const saved = await save(deps, desk);
    const conflict = saved.ok ? undefined : saved.draft;
    return page(c, deps, { values, problems, conflict, seen }, 400);
  }
  const wish = {
    actor: actorOf(c, 'report', obligation.unit),
    id: uuidOf(desk.sent.id),
    seen: { version: seen, draft: rev },
  };
  const attachments = files.map(({ id, name, sha256 }) => ({ id, name, sha256 }));
  const outcome = await onObligation(deps, wish, obligation.id, {
    kind: 'submit',
    report,
    ...(attachments.length > 0 && { attachments }),
  });
  if (!outcome.ok) {
    const overtaken =
      outcome.code === 'superseded' ? await readDraft(deps.pool, obligation.id) : undefined;
    return page(c, deps, { values, refusal: outcome.message, conflict: overtaken }, 409);
  }
  const home = `/${scene.round.period}/${obligation.unit}`;
  return c.redirect(`${home}/receipts/${outcome.version}`, 303);
}

async function upload(c: Request, deps: Deps, desk: SentForm): Promise<Response> {
  const { words } = await readFrame(c, deps);
  const { file, scan } = desk.sent as { file?: unknown; scan?: unknown };
  const purpose = scan === 'yes' ? 'scan' : 'attachment';
  const kept = {
    id: uuidOf(desk.sent.id),
    obligation: desk.scene.obligation.id,
    purpose,
    by: desk.by,
    at: desk.now,
  } as const;
  const chosen = file instanceof File && file.name !== '';
  const result = chosen ? await keepFile(deps, kept, file, words) : words.noFileChosen;
  if (typeof result !== 'string') return c.redirect(`${c.req.path}#files`, 303);
  return page(c, deps, { values: desk.values, fileProblem: result, seen: desk.seen }, 400);
}

/** Into the draft, never straight into the record: a person checks what a file said. */
async function readBack(c: Request, deps: Deps, desk: SentForm, rev: number): Promise<Response> {
  const { words, rules } = await readFrame(c, deps);
  const { form } = desk.sent as { form?: unknown };
  const { unit, unitName } = desk.scene.obligation;
  const named = (code: string) =>
    code === unit ? unitName : rules.plan.units.find((other) => other.code === code)?.name;
  try {
    if (!(form instanceof File) || form.name === '')
      throw new Problem('invalid', words.noFileChosen);
    const content = Buffer.from(await form.arrayBuffer());
    const { period } = desk.scene.round;
    const report = await readReportFile(content, { unit, period, named });
    const read = withLastFigures(valuesFrom(report), numbersOf(desk.scene), desk.scene.last);
    await save(deps, { ...desk, values: read, rev });
    return c.redirect(`${c.req.path}?notice=filled`, 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return page(c, deps, { values: desk.values, fileProblem: error.message, seen: desk.seen }, 400);
  }
}

function answerConflict(
  c: Request,
  deps: Deps,
  { values }: SentForm,
  { draft, rev }: Extract<Saved, { ok: false }>,
): Promise<Response> {
  return page(c, deps, { values, conflict: draft, rev }, 409);
}

type Shown = Partial<
  Pick<
    Parameters<typeof ReportPage>[0],
    'values' | 'problems' | 'refusal' | 'conflict' | 'notice' | 'fileProblem' | 'rev' | 'seen'
  >
>;

async function page(
  c: Request,
  deps: Deps,
  shown: Shown,
  status: 200 | 400 | 409,
): Promise<Response> {
  // Read anew: what was just saved or uploaded belongs on the page.
  const scene = await readReportScene(c, deps);
  const frame = await readFrame(c, deps);
  const start = startOf(scene);
  const values = shown.values ?? start.values;
  const from = shown.values || shown.notice ? undefined : start.from;
  const fresh = { id: randomUUID(), rev: scene.rev, seen: scene.obligation.version };
  return c.html(ReportPage({ frame, scene, from, ...fresh, ...shown, values }), status);
}

const noticesOf = ({ words }: Frame): Readonly<Record<string, string>> => ({
  saved: words.draftSaved,
  filled: words.readBackDone,
});

const conflictIn = (frame: Frame, other: Draft | null): string =>
  other === null
    ? frame.words.draftGone
    : frame.words.draftConflict(other.savedBy, frame.rules.zone.timeOf(other.savedAt));
