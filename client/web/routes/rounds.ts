import { Hono } from 'hono';
import { readRoundsPage } from '../../../store/web-pages.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../frame.ts';
import { RoundsPage } from '../pages/rounds-page.tsx';

export function roundsRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.get('/', async (c) => {
    const frame = await readFrame(c, deps);
    const rounds = await readRoundsPage(deps.pool, deps.plan, frame.now);
    return c.html(RoundsPage({ frame, rounds }));
  });
  return routes;
}
