import { randomUUID } from 'node:crypto';
import { Problem } from '../../../../domain/problem.ts';
import { readYears } from '../../../../store/read/years.ts';
import { onYear } from '../../../command.ts';
import { createRoutes, type Routes } from '../../access/routes.tsx';
import { actorOf, type Request } from '../../access/visitor.ts';
import type { Deps } from '../../deps.ts';
import { type Frame, readFrame } from '../../shared/frame.ts';
import { askedPage } from '../../shared/paging.ts';
import { doneHere, idOf, statusOf, typedIn } from '../../shared/sent.ts';
import { PreviewMessagesPage } from './preview-messages-page.tsx';
import { previewOf, type YearPreview } from './year-preview.ts';
import { YearPreviewPage } from './year-preview-page.tsx';
import { isStartable, YearsPage } from './years-page.tsx';

const YEAR = '/admin/years/:year{[0-9]{4}}' as const;

/** Years: the preview of a year, its start, and its cancellation. */
export function yearRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/admin/years', 'administer', (c) => years(c, deps, 200));
  routes.get(YEAR, 'administer', (c) => preview(c, deps, 200));
  routes.get(`${YEAR}/messages`, 'administer', (c) => messages(c, deps));

  routes.post(`${YEAR}/start`, 'administer', async (c) => {
    const year = Number(c.req.param('year'));
    const { id, unreachable } = await typedIn(c, ['unreachable']);
    const wish = { actor: actorOf(c, 'administer'), id: idOf(id) };
    const act = {
      kind: 'start-year' as const,
      ...(unreachable === 'yes' && { withUnreachable: true }),
    };
    const outcome = await onYear(deps, wish, idOfYear(deps, year), act);
    if (!outcome.ok) return preview(c, deps, 409, outcome.message);
    return c.redirect(`/admin/years?done=${outcome.command}&year=${year}`, 303);
  });

  routes.post(`${YEAR}/cancel`, 'administer', async (c) => {
    const year = Number(c.req.param('year'));
    const { id, reason } = await typedIn(c, ['reason']);
    const wish = { actor: actorOf(c, 'administer'), id: idOf(id) };
    const act = { kind: 'cancel-year', reason } as const;
    const outcome = await onYear(deps, wish, idOfYear(deps, year), act);
    if (!outcome.ok) return years(c, deps, statusOf(outcome), outcome.message);
    return c.redirect(`/admin/years?done=${outcome.command}&year=${year}`, 303);
  });
  return routes;
}

const idOfYear = ({ plan }: Deps, year: number): string => `${plan}/${year}`;

async function years(c: Request, deps: Deps, status: 200 | 400 | 409, refusal?: string) {
  const frame = await readFrame(c, deps);
  const rows = await readYears(deps.pool, deps.plan);
  const done = await doneHere(c, deps, idOfYear(deps, Number(c.req.query('year'))));
  const id = randomUUID();
  return c.html(YearsPage({ frame, rows, done, id, refusal }), status);
}

async function preview(c: Request, deps: Deps, status: 200 | 409, refusal?: string) {
  const frame = await readFrame(c, deps);
  const year = Number(c.req.param('year'));
  const found = await findPreview(c, deps, frame);
  if (found === null) return c.notFound();
  const rows = await readYears(deps.pool, deps.plan);
  const mayStart = isStartable(rows.find((row) => row.year === year));
  const id = randomUUID();
  return c.html(YearPreviewPage({ frame, year, preview: found, mayStart, id, refusal }), status);
}

async function messages(c: Request, deps: Deps) {
  const frame = await readFrame(c, deps);
  const year = Number(c.req.param('year'));
  const found = await findPreview(c, deps, frame);
  const group = found?.days
    .flatMap(({ groups }) => groups)
    .find(({ key }) => key === c.req.query('of'));
  if (!group) return c.notFound();
  const asked = askedPage(c.req.query('page'));
  return c.html(PreviewMessagesPage({ frame, year, group, asked }));
}

/** Null when nothing of the plan is due in that year. */
async function findPreview(c: Request, deps: Deps, frame: Frame): Promise<YearPreview | null> {
  try {
    return await previewOf(deps, frame, Number(c.req.param('year')));
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  }
}
