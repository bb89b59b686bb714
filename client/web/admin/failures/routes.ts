import { readFailedDeliveries } from '../../../../store/read/deliveries.ts';
import { createRoutes, type Routes } from '../../access/routes.tsx';
import type { Deps } from '../../deps.ts';
import { readFrame } from '../../shared/frame.ts';
import { askedPage, pageOf } from '../../shared/paging.ts';
import { doneHere } from '../../shared/sent.ts';
import { FailuresPage } from './failures-page.tsx';

/** Rows on a page. A provider that is down for a morning makes thousands. */
const SIZE = 100;

/** Failed deliveries, each with two remedies: change the address, send again. */
export function failureRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/admin/failures', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const all = await readFailedDeliveries(deps.pool, deps.plan);
    const open = all.filter(({ reachedSince }) => !reachedSince);
    const onlyOpen = c.req.query('open') === 'yes';
    const chosen = onlyOpen ? open : all;
    const { rows: failed, ...place } = pageOf(chosen, askedPage(c.req.query('page')), SIZE);
    const numbers = { all: all.length, open: open.length };
    const done = await doneHere(c, deps);
    return c.html(FailuresPage({ frame, failed, numbers, onlyOpen, ...place, done }));
  });
  return routes;
}
