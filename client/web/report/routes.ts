/** The form by which a unit reports: opened, saved, given files, filled from a file, handed in. */
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
    const form = await readSentForm(c, deps);
    return form.sent.action === 'submit' ? handIn(c, deps, form) : keep(c, deps, form);
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

/** Every button but 报送: saves what was typed, then does its own. */
async function keep(c: Request, deps: Deps, form: SentForm): Promise<Response> {
  const [action = '', what = ''] = (form.sent.action ?? '').split(/-(.*)/);
  const button = pressed(form.sent.action ?? '', form.values, form.scene.last);
  const values = button?.values ?? form.values;
  const saved = await save(deps, { ...form, values });
  if (!saved.ok) return answerConflict(c, deps, form, saved);
  if (button) return c.redirect(`${c.req.path}#${button.at}`, 303);
  switch (action) {
    case 'upload':
      return upload(c, deps, form);
    case 'read':
      return readBack(c, deps, form, saved.rev);
    case 'remove':
      await removeFile(deps, form, what);
      return c.redirect(`${c.req.path}#files`, 303);
    default:
      return c.redirect(`${c.req.path}?notice=saved`, 303);
  }
}

async function handIn(c: Request, deps: Deps, form: SentForm): Promise<Response> {
  const { scene, values, seen, rev } = form;
  const { obligation, files } = scene;
  const owes = { ...obligation, isTown: obligation.unitKind === 'town' };
  const report = reportOf(values, { ...obligation, last: scene.last });
  const problems = atTheirRows(fieldProblemsWith(report, owes), values, scene.last);
  if (problems.length > 0) {
    // Saved all the same, so that closing the window loses nothing.
    const saved = await save(deps, form);
    const conflict = saved.ok ? undefined : saved.draft;
    return page(c, deps, { values, problems, conflict, seen }, 400);
  }
  const wish = {
    actor: actorOf(c, 'report', obligation.unit),
    id: uuidOf(form.sent.id),
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

async function upload(c: Request, deps: Deps, form: SentForm): Promise<Response> {
  const { words } = await readFrame(c, deps);
  const { file, scan } = form.sent as { file?: unknown; scan?: unknown };
  const purpose = scan === 'yes' ? 'scan' : 'attachment';
  const kept = {
    id: uuidOf(form.sent.id),
    obligation: form.scene.obligation.id,
    purpose,
    by: form.by,
    at: form.now,
  } as const;
  const chosen = file instanceof File && file.name !== '';
  const result = chosen ? await keepFile(deps, kept, file, words) : words.noFileChosen;
  if (typeof result !== 'string') return c.redirect(`${c.req.path}#files`, 303);
  return page(c, deps, { values: form.values, fileProblem: result, seen: form.seen }, 400);
}

/** Into the draft, never directly into the record: a person checks what was read. */
async function readBack(c: Request, deps: Deps, form: SentForm, rev: number): Promise<Response> {
  const { words, rules } = await readFrame(c, deps);
  const { form: file } = form.sent as { form?: unknown };
  const { unit, unitName } = form.scene.obligation;
  const named = (code: string) =>
    code === unit ? unitName : rules.plan.units.find((other) => other.code === code)?.name;
  try {
    if (!(file instanceof File) || file.name === '')
      throw new Problem('invalid', words.noFileChosen);
    const content = Buffer.from(await file.arrayBuffer());
    const { period } = form.scene.round;
    const report = await readReportFile(content, { unit, period, named });
    const read = withLastFigures(valuesFrom(report), numbersOf(form.scene), form.scene.last);
    await save(deps, { ...form, values: read, rev });
    return c.redirect(`${c.req.path}?notice=filled`, 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return page(c, deps, { values: form.values, fileProblem: error.message, seen: form.seen }, 400);
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
  // Read again: the page must show what was just saved or uploaded.
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
