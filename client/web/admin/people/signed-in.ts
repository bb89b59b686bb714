import { randomUUID } from 'node:crypto';
import { readNumberedContacts } from '../../../../store/read/contacts.ts';
import { readAccounts } from '../../../../store/read/grants.ts';
import { readSignedIn } from '../../../../store/visit/sessions.ts';
import { onPlan } from '../../../command.ts';
import { createRoutes, type Routes } from '../../access/routes.tsx';
import { sessionLimits } from '../../access/session.ts';
import { actorOf, type Request, visitorOf } from '../../access/visitor.ts';
import type { Deps } from '../../deps.ts';
import { readFrame } from '../../shared/frame.ts';
import { askedPage } from '../../shared/paging.ts';
import { doneHere, idOf, statusOf, typedIn } from '../../shared/sent.ts';
import { SignedInPage } from './signed-in-page.tsx';
import { signedInView } from './signed-in-view.ts';

/** Who is signed in where. An administrator can end all sessions of one person. */
export function signedInRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;

  routes.get('/admin/people/sessions', 'administer', (c) => page(c, deps, 200));

  routes.post('/admin/people/end-sessions', 'administer', async (c) => {
    const { session, id } = await typedIn(c, ['session']);
    const { words, now } = await readFrame(c, deps);
    const signedIn = await readSignedIn(pool, plan, sessionLimits(now));
    const named = signedIn.find((one) => one.id === session);
    // Ended by somebody else, or expired.
    if (!named) return page(c, deps, 409, words.sessionGone);
    const wish = { actor: actorOf(c, 'administer'), id: idOf(id) };
    const act = { kind: 'end-sessions', address: named.address } as const;
    const outcome = await onPlan(deps, wish, plan, act);
    if (!outcome.ok) return page(c, deps, statusOf(outcome), outcome.message);
    return c.redirect(`/admin/people/sessions?done=${outcome.command}`, 303);
  });
  return routes;
}

async function page(c: Request, deps: Deps, status: 200 | 400 | 409, refusal?: string) {
  const { pool, plan } = deps;
  const frame = await readFrame(c, deps);
  const roster = {
    units: frame.rules.plan.units,
    contacts: await readNumberedContacts(pool, plan),
    accounts: (await readAccounts(pool, plan)).filter(({ endedAt }) => endedAt === null),
  };
  const search = (c.req.query('q') ?? '').trim();
  const asked = { search, page: askedPage(c.req.query('page')) };
  const sessions = await readSignedIn(pool, plan, sessionLimits(frame.now));
  const view = signedInView(roster, sessions, asked);
  const own = visitorOf(c).session.id;
  const done = await doneHere(c, deps);
  const id = randomUUID();
  return c.html(SignedInPage({ frame, view, search, own, id, refusal, done }), status);
}
