import { readFailedDeliveries } from '../../../../store/failed-deliveries.ts';
import { createRoutes, type Routes } from '../../access/routes.ts';
import type { Deps } from '../../deps.ts';
import { readFrame } from '../../frame.ts';
import { FailuresPage } from '../../pages/admin/failures-page.tsx';

/** What did not get through, and the two ways out: another address, and once more. */
export function failureRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/admin/failures', 'administer', async (c) => {
    const failed = await readFailedDeliveries(deps.pool, deps.plan);
    return c.html(FailuresPage({ frame: await readFrame(c, deps), failed }));
  });
  return routes;
}
