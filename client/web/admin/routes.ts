import { readFailedDeliveries } from '../../../store/read/deliveries.ts';
import { readPlan } from '../../../store/read/plans.ts';
import { readAuditTrail } from '../../../store/read/trail.ts';
import { readRoundsPage } from '../../../store/read/years.ts';
import { readYears } from '../../../store/web-pages/years.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { HealthPage } from '../pages/admin/health-page.tsx';
import { readFrame } from '../shared/frame.ts';
import type { HealthChecks } from './health.ts';
import { OverviewPage } from './overview-page.tsx';

/** What an administrator looks at first; the same checks as `cuibao doctor`, as far as the database can answer. */
export function overviewRoutes(deps: Deps, health: HealthChecks): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;

  routes.get('/admin', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const failed = await readFailedDeliveries(pool, plan);
    return c.html(
      OverviewPage({
        frame,
        health: await health.recent(frame),
        version: await readPlan(pool, plan),
        imports: await readAuditTrail(pool, plan, { subject: plan, kind: 'import' }, { limit: 1 }),
        years: await readYears(pool, plan),
        rounds: await readRoundsPage(pool, plan, frame.now),
        failed: { all: failed.length, open: failed.filter((one) => !one.reachedSince).length },
        entries: await readAuditTrail(pool, plan, {}, { limit: 10 }),
      }),
    );
  });

  routes.get('/admin/health', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    return c.html(HealthPage({ frame, health: await health.anew(frame) }));
  });
  return routes;
}
