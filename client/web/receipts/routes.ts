/** What a unit prints: the receipt, the page to sign, the sheet of one item. Also takes the signed page as a scan. */
import { figureRows, figuresOf } from '../../../domain/obligation/figures.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { removeAttachment } from '../../../store/visit/attachments.ts';
import { onObligation } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { lastFigures, reportOf, startOf } from '../report/field-values.ts';
import { keepFile } from '../report/files.ts';
import { readReportScene } from '../report/report-scene.ts';
import { readFrame } from '../shared/frame.ts';
import { uuidOf } from '../shared/sent.ts';
import { readSubmissionScene, versionOf } from '../submission/submission-scene.ts';
import { ItemPage } from './item-page.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { SignaturePage } from './signature-page.tsx';

const UNIT = '/:period{[0-9]{4}H[12]}/:unit' as const;

export function receiptRoutes(deps: Deps): Routes {
  const routes = createRoutes();

  routes.get(`${UNIT}/receipts/:version{[0-9]{1,6}}`, 'read unit', (c) =>
    receipt(c, deps, {}, 200),
  );

  routes.post(`${UNIT}/scans/:version{[0-9]{1,6}}`, 'report', async (c) => {
    const scene = await readSubmissionScene(c, deps);
    const { version } = versionOf(scene, Number(c.req.param('version')));
    const frame = await readFrame(c, deps);
    const actor = actorOf(c, 'report', scene.obligation.unit);
    const { file, id } = (await c.req.parseBody()) as { file?: unknown; id?: unknown };
    const wish = { actor, id: uuidOf(id) };
    const kept = {
      id: wish.id,
      obligation: scene.obligation.id,
      purpose: 'scan',
      by: actor.name,
      at: frame.now,
    } as const;
    const chosen = file instanceof File && file.name !== '';
    const scan = chosen ? await keepFile(deps, kept, file, frame.words) : frame.words.noFileChosen;
    if (typeof scan === 'string') return receipt(c, deps, { fileProblem: scan }, 400);
    const act = { kind: 'add-scan', version, scan } as const;
    const outcome = await onObligation(deps, wish, scene.obligation.id, act);
    if (!outcome.ok) {
      await removeAttachment(deps.pool, scene.obligation.id, scan.id, frame.now);
      return receipt(c, deps, { fileProblem: outcome.message }, 409);
    }
    const { period, unit } = c.req.param();
    return c.redirect(`/${period}/${unit}/receipts/${version}?scan=added`, 303);
  });

  routes.get(`${UNIT}/report/signature`, 'read unit', async (c) => {
    const { obligation, round, report, version } = await present(c, deps);
    const frame = await readFrame(c, deps);
    return c.html(SignaturePage({ frame, period: round.period, obligation, report, version }));
  });

  routes.get(`${UNIT}/items/:no{[0-9]{1,3}}`, 'read unit', async (c) => {
    const { obligation, round, report, last } = await present(c, deps);
    const no = Number(c.req.param('no'));
    const frame = await readFrame(c, deps);
    const item = frame.rules.plan.items.find((one) => one.no === no);
    const owes = [...obligation.items, ...obligation.optionalItems].includes(no);
    if (!item || !owes) return c.notFound();
    const row = report.items.find((one) => one.no === no) ?? null;
    const figures = figureRows(figuresOf(row ?? {}), lastFigures(last, no));
    const { period } = round;
    return c.html(ItemPage({ frame, period, obligation, item, present: row, figures }));
  });
  return routes;
}

type Shown = { readonly fileProblem?: string };

async function receipt(
  c: Request,
  deps: Deps,
  shown: Shown,
  status: 200 | 400 | 409,
): Promise<Response> {
  const scene = await readSubmissionScene(c, deps);
  const submission = versionOf(scene, Number(c.req.param('version')));
  const frame = await readFrame(c, deps);
  const done = c.req.query('scan') === 'added' ? frame.words.scanAdded : undefined;
  return c.html(ReceiptPage({ frame, scene, submission, done, ...shown }), status);
}

/** The report as it would be handed in now, or as it was. The bureau sees no drafts. */
async function present(c: Request, deps: Deps) {
  const scene = await readReportScene(c, deps);
  const { obligation, round, newest, last } = scene;
  const isOwn = c.get('visitor')?.grants.some(({ unit }) => unit === obligation.unit) ?? false;
  const fromDraft = scene.draft !== null && isOwn;
  const start = startOf(isOwn ? scene : { ...scene, draft: null });
  const report: Report =
    newest && !fromDraft ? newest.report : reportOf(start.values, { ...obligation, last });
  return { obligation, round, report, last, version: fromDraft ? null : (newest?.version ?? null) };
}
