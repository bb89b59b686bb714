import { Hono } from 'hono';
import { obligationId, roundId } from '../../../domain/obligation.ts';
import { readTimeline } from '../../../store/timeline.ts';
import { readBehind, readUnitContacts } from '../../../store/web-pages.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../frame.ts';
import { UnitPage } from '../pages/unit-page.tsx';

export function unitRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.get('/:period{[0-9]{4}H[12]}/:unit', async (c) => {
    const { period, unit } = c.req.param();
    const id = obligationId(roundId(deps.plan, period), unit);
    const record = await readTimeline(deps.pool, id);
    const contacts = await readUnitContacts(deps.pool, id);
    const behind = await readBehind(deps.pool, id);
    return c.html(UnitPage({ frame: await readFrame(c, deps), record, contacts, behind }));
  });
  return routes;
}
