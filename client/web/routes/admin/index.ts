import type { Routes } from '../../access/routes.tsx';
import { auditRoutes } from '../../admin/audit/routes.ts';
import { failureRoutes } from '../../admin/failures/routes.ts';
import { healthChecks } from '../../admin/health.ts';
import { peopleRoutes } from '../../admin/people/routes.ts';
import { signedInRoutes } from '../../admin/people/signed-in.ts';
import { planRoutes } from '../../admin/plan/routes.ts';
import { overviewRoutes } from '../../admin/routes.ts';
import { yearRoutes } from '../../admin/years/routes.ts';
import { contactRoutes } from '../../contacts/routes.ts';
import type { Deps } from '../../deps.ts';

/** Everything under /admin. */
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
