import type { Routes } from '../../access/routes.ts';
import type { Deps } from '../../deps.ts';
import { auditRoutes } from './audit.ts';
import { contactRoutes } from './contacts.ts';
import { failureRoutes } from './failures.ts';
import { overviewRoutes } from './overview.ts';
import { peopleRoutes } from './people.ts';
import { planRoutes } from './plan.ts';
import { yearRoutes } from './years.ts';

/** Everything under /admin. */
export const adminRoutes = (deps: Deps): Routes[] => [
  overviewRoutes(deps),
  yearRoutes(deps),
  planRoutes(deps),
  contactRoutes(deps),
  failureRoutes(deps),
  peopleRoutes(deps),
  auditRoutes(deps),
];
