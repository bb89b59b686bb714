import type { Routes } from '../../access/routes.ts';
import type { Deps } from '../../deps.ts';
import { healthChecks } from '../../health.ts';
import { auditRoutes } from './audit.ts';
import { contactRoutes } from './contacts.ts';
import { failureRoutes } from './failures.ts';
import { overviewRoutes } from './overview.ts';
import { peopleRoutes } from './people.ts';
import { planRoutes } from './plan.ts';
import { signedInRoutes } from './signed-in.ts';
import { yearRoutes } from './years.ts';

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
