/** The switch that halts all sending, and the steps it holds back. */
import { randomUUID } from 'node:crypto';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import { findPause } from '../../../store/read/plans.ts';
import { onPlan } from '../../command.ts';
import { readPausedSteps } from '../../paused-steps.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { languageFor, linkTo } from '../shared/language.ts';
import { askedPage, pageOf } from '../shared/paging.ts';
import { doneHere, statusOf, typedIn, uuidOf } from '../shared/sent.ts';
import { SendingPage } from './sending-page.tsx';

const SIZE = 100;

export function sendingRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  routes.get('/sending', 'halt sending', async (c) => c.html(await page(c, deps)));
  routes.post('/sending/pause', 'halt sending', async (c) => {
    const { id, reason } = await typedIn(c, ['reason']);
    return act(c, deps, id, { kind: 'pause-sending', reason });
  });
  routes.post('/sending/resume', 'halt sending', async (c) => {
    const { id } = await typedIn(c, []);
    return act(c, deps, id, { kind: 'resume-sending' });
  });
  return routes;
}

async function act(c: Request, deps: Deps, id: string, wanted: PlanAct): Promise<Response> {
  const wish = { actor: actorOf(c, 'halt sending'), id: uuidOf(id) };
  const outcome = await onPlan(deps, wish, deps.plan, wanted);
  if (outcome.ok) {
    return c.redirect(linkTo('/sending', languageFor(c), { done: outcome.command }), 303);
  }
  const reason = wanted.kind === 'pause-sending' ? wanted.reason : '';
  const refused = { reason, problem: outcome.message };
  return c.html(await page(c, deps, refused), statusOf(outcome));
}

async function page(
  c: Request,
  deps: Deps,
  form: { readonly reason: string; readonly problem: string | null } = {
    reason: '',
    problem: null,
  },
) {
  const frame = await readFrame(c, deps);
  const all = await readPausedSteps(deps.pool, deps.plan, frame.now);
  const { rows, page: number, pages } = pageOf(all, askedPage(c.req.query('page')), SIZE);
  return SendingPage({
    frame,
    pause: await findPause(deps.pool, deps.plan),
    heldBack: {
      rows,
      goes: all.filter(({ goesAt }) => goesAt !== null).length,
      all: all.length,
    },
    page: number,
    pages,
    form: { id: randomUUID(), ...form },
    done: await doneHere(c, deps),
  });
}
