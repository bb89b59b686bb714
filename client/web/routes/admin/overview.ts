import { readAuditTrail } from '../../../../store/audit-trail.ts';
import { readPlan } from '../../../../store/plans.ts';
import { checkPlan } from '../../../doctor/plan.ts';
import { checkServer } from '../../../doctor/server.ts';
import { createRoutes, type Routes } from '../../access/routes.ts';
import type { Deps } from '../../deps.ts';
import { readFrame } from '../../frame.ts';
import { OverviewPage } from '../../pages/admin/overview-page.tsx';

/** What an administrator looks at first; the same checks as `cuibao doctor`, as far as the database can answer. */
export function overviewRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/admin', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const { pool, now } = deps;
    const { plan } = frame.rules;
    const findings = [
      ...(await checkServer(pool)),
      ...(await checkPlan({ pool, plan, rules: frame.rules, now })),
    ];
    const version = await readPlan(pool, plan.id);
    const entries = await readAuditTrail(pool, plan.id, {}, { limit: 10 });
    return c.html(OverviewPage({ frame, version, findings, entries }));
  });
  return routes;
}
