import { readNumberedContacts } from '../../../store/read/contacts.ts';
import { endSession, readSessions } from '../../../store/visit/sessions.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { sessionLimits } from '../access/session.ts';
import { type Request, visitorOf } from '../access/visitor.ts';
import { ownContacts } from '../contacts/contacts-view.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { AccountPage } from './account-page.tsx';

export function accountRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;
  const sessionsOf = async (c: Request) => {
    const { address } = visitorOf(c).session;
    return readSessions(pool, plan, address, sessionLimits(await deps.now()));
  };
  const end = async (c: Request, id: string) => {
    const { address } = visitorOf(c).session;
    await endSession(pool, plan, { id, address }, await deps.now());
  };

  routes.get('/account', 'signed in', async (c) => {
    const sessions = await sessionsOf(c);
    const frame = await readFrame(c, deps);
    const visitor = visitorOf(c);
    const own = ownContacts(await readNumberedContacts(pool, plan), visitor.session.address);
    const units = [...new Set(own.map(({ unit }) => unit))].toReversed();
    return c.html(AccountPage({ frame, visitor, sessions, units }));
  });
  routes.post('/account/sessions/:id{[0-9a-f-]{36}}/end', 'signed in', async (c) => {
    await end(c, c.req.param('id') ?? '');
    return c.redirect('/account', 303);
  });
  routes.post('/account/end-others', 'signed in', async (c) => {
    const current = visitorOf(c).session.id;
    for (const { id } of await sessionsOf(c)) if (id !== current) await end(c, id);
    return c.redirect('/account', 303);
  });
  return routes;
}
