import { partsOf } from '../../../domain/obligation/obligation.ts';
import { lastReport } from '../../../store/read/submissions.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { ComparePage } from './compare-page.tsx';
import { SubmissionPage } from './submission-page.tsx';
import { readSubmissionScene, versionOf } from './submission-scene.ts';

const SUBMISSIONS = '/:period{[0-9]{4}H[12]}/:unit/submissions' as const;

/** Versions of a report: one by itself, or two compared. */
export function submissionRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get(`${SUBMISSIONS}/compare`, 'read unit', async (c) => {
    const scene = await readSubmissionScene(c, deps);
    const asked = (name: string) => Number(c.req.query(name));
    const to = versionOf(scene, asked('to') || (scene.submissions.at(-1)?.version ?? 0));
    const from = versionOf(scene, asked('from') || Math.max(1, to.version - 1));
    return c.html(ComparePage({ frame: await readFrame(c, deps), scene, from, to }));
  });
  routes.get(`${SUBMISSIONS}/:version{[0-9]{1,6}}`, 'read unit', async (c) => {
    const scene = await readSubmissionScene(c, deps);
    const submission = versionOf(scene, Number(c.req.param('version')));
    const { unit, period } = partsOf(scene.obligation.id);
    const last = await lastReport(deps.pool, deps.plan, unit, period);
    return c.html(SubmissionPage({ frame: await readFrame(c, deps), scene, submission, last }));
  });
  return routes;
}
