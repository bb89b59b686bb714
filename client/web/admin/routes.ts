import { readFailedDeliveries } from '../../../store/read/deliveries.ts';
import { readPlan } from '../../../store/read/plans.ts';
import { readAuditTrail } from '../../../store/read/trail.ts';
import { readRoundsPage, readYears } from '../../../store/read/years.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { contactRoutes } from '../contacts/routes.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { auditRoutes } from './audit/routes.ts';
import { failureRoutes } from './failures/routes.ts';
import { type HealthChecks, healthChecks } from './health.ts';
import { HealthPage, OverviewPage } from './overview-page.tsx';
import { peopleRoutes } from './people/routes.ts';
import { signedInRoutes } from './people/signed-in.ts';
import { planRoutes } from './plan/routes.ts';
import { yearRoutes } from './years/routes.ts';

/** All pages under /admin. */
export function adminRoutes(deps: Deps): Routes[] {
  const health = healthChecks(deps);
  return [
    overviewRoutes(deps, health),
    yearRoutes(deps),
    planRoutes(deps),
    contactRoutes(deps),
    failureRoutes(deps),
    peopleRoutes(deps),
    signedInRoutes(deps),
    auditRoutes(deps, health),
  ];
}

/** The overview, with the checks of `cuibao doctor` that need only the database. */
function overviewRoutes(deps: Deps, health: HealthChecks): Routes {
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
