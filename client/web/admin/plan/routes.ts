import { randomUUID } from 'node:crypto';
import { Problem } from '../../../../domain/problem.ts';
import { zone } from '../../../../domain/time/zone.ts';
import { readImportBase, readPlan } from '../../../../store/read/plans.ts';
import { readAuditTrail } from '../../../../store/read/trail.ts';
import { type Confirmed, importPlan } from '../../../../store/write/import-plan.ts';
import { changesBy } from '../../../plan-changes.ts';
import { refusedOfPlan } from '../../../sms-refusals.ts';
import { createRoutes, type Routes } from '../../access/routes.tsx';
import { actorOf, type Request } from '../../access/visitor.ts';
import type { Deps } from '../../deps.ts';
import { readFrame } from '../../shared/frame.ts';
import { doneHere, uuidOf } from '../../shared/sent.ts';
import { type Agreement, ImportPage } from './import-page.tsx';
import { type Checked, checkUpload, fingerprint, uploadedIn } from './import-upload.ts';

/** Import of a plan folder or a calendar by upload: checked, shown as changes, then imported exactly as shown. */
export function planRoutes(deps: Deps): Routes {
  const routes = createRoutes();

  routes.get('/admin/plan', 'administer', (c) => page(c, deps, {}, 200));

  routes.post('/admin/plan/check', 'administer', async (c) => {
    const { agreement, ...checked } = await check(c, deps);
    if (agreement === null) return page(c, deps, { problems: checked.problems }, 400);
    return page(c, deps, { agreement }, 200);
  });

  routes.post('/admin/plan/import', 'administer', async (c) => {
    const { agreement, problems, wanted, sent } = await check(c, deps);
    if (!agreement || !wanted) return page(c, deps, { problems }, 400);
    const { words } = await readFrame(c, deps);
    const confirmed = { id: uuidOf(sent.id), seen: String(sent.seen) };
    // The confirmed files differ from the checked ones: show the changes again instead.
    const refusal =
      sent.sha === agreement.sha ? await take(c, deps, wanted, confirmed) : words.importMoved;
    return refusal === null
      ? c.redirect(`/admin/plan?done=${confirmed.id}`, 303)
      : page(c, deps, { agreement, refusal }, 409);
  });
  return routes;
}

/** @returns why nothing was imported, or null */
async function take(
  c: Request,
  { pool, now }: Deps,
  { plan, calendar }: NonNullable<Checked['wanted']>,
  confirmed: Confirmed,
): Promise<string | null> {
  try {
    await importPlan(pool, plan, calendar, await now(), actorOf(c, 'administer'), confirmed);
    return null;
  } catch (error) {
    if (error instanceof Problem && error.code === 'superseded') return error.message;
    throw error;
  }
}

type Sent = { readonly id?: unknown; readonly seen?: unknown; readonly sha?: unknown };
type Outcome = Checked & { readonly agreement: Agreement | null; readonly sent: Sent };

async function check(c: Request, deps: Deps): Promise<Outcome> {
  const sent: Sent & Readonly<Record<string, unknown>> = await c.req.parseBody();
  const uploaded = await uploadedIn(sent);
  const frame = await readFrame(c, deps);
  const checked = await checkUpload(deps, frame, uploaded);
  if (checked.wanted === null) return { ...checked, agreement: null, sent };
  // Read before the changes are computed, so that the import notices what moved in between.
  const seen = await readImportBase(deps.pool, deps.plan);
  const changes = await changesBy(deps.pool, checked.wanted.plan, checked.wanted.calendar);
  const sha = fingerprint(uploaded);
  const { plan, calendar } = checked.wanted;
  const rules = { plan, calendar, zone: zone(plan.zone) };
  const refused = refusedOfPlan(rules, deps.smsProvider);
  const agreement = { uploaded, changes, refused, hidden: { id: randomUUID(), seen, sha }, sha };
  return { ...checked, agreement, sent };
}

type Shown = Pick<Parameters<typeof ImportPage>[0], 'problems' | 'agreement' | 'refusal'>;

async function page(c: Request, deps: Deps, shown: Shown, status: 200 | 400 | 409) {
  const frame = await readFrame(c, deps);
  const { pool, plan } = deps;
  const version = await readPlan(pool, plan);
  const imports = { subject: plan, kind: 'import' };
  const entries = await readAuditTrail(pool, plan, imports, { limit: 20 });
  const done = await doneHere(c, deps);
  return c.html(ImportPage({ frame, version, entries, done, ...shown }), status);
}
