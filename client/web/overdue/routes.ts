import { roundId } from '../../../domain/obligation/obligation.ts';
import { readOverduePage } from '../../../store/read/overdue.ts';
import { roundsOfPlan } from '../../../store/read/rounds.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { languageFor, linkTo } from '../shared/language.ts';
import { askedPage, pagesFor } from '../shared/paging.ts';
import { NoOverduePage, OverduePage } from './overdue-page.tsx';

const PAGE_SIZE = 100;

/** Who is overdue and what was done; no texts. 督查室 sees this page too. */
export function overdueRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/overdue', 'read overdue', async (c) => {
    const rounds = await roundsOfPlan(deps.pool, deps.plan);
    const newest = rounds
      .filter(({ phase }) => phase === 'open')
      .toSorted((a, b) => b.due.at - a.due.at)[0];
    if (newest) return c.redirect(linkTo(`/${newest.period}/overdue`, languageFor(c)), 303);
    return c.html(NoOverduePage({ frame: await readFrame(c, deps) }));
  });
  routes.get('/:period{[0-9]{4}H[12]}/overdue', 'read overdue', async (c) => {
    const frame = await readFrame(c, deps);
    const round = roundId(deps.plan, c.req.param('period'));
    const number = askedPage(c.req.query('page'));
    const offset = (number - 1) * PAGE_SIZE;
    const found = await readOverduePage(deps.pool, round, frame.now, { offset, limit: PAGE_SIZE });
    if (found === null) return c.notFound();
    const pages = pagesFor(found.found, PAGE_SIZE);
    return c.html(OverduePage({ frame, ...found, number, pages }));
  });
  return routes;
}
