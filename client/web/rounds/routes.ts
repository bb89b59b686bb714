import { readRoundsPage } from '../../../store/read/years.ts';
import { startPath } from '../access/permissions.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { visitorOf } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { RoundsPage } from './rounds-page.tsx';

/** The start page: the bureau's rounds; other visitors are redirected to theirs. */
export function roundsRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/', 'signed in', async (c) => {
    const start = startPath(visitorOf(c).grants);
    if (start !== '/') return c.redirect(start, 303);
    const frame = await readFrame(c, deps);
    const rounds = await readRoundsPage(deps.pool, deps.plan, frame.now);
    return c.html(RoundsPage({ frame, rounds }));
  });
  return routes;
}
