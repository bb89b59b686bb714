import { randomUUID } from 'node:crypto';
import { ACCOUNT_ROLES } from '../../../../domain/people/roles.ts';
import { readNumberedContacts } from '../../../../store/read/contacts.ts';
import { readAccounts } from '../../../../store/read/grants.ts';
import { onPlan } from '../../../command.ts';
import { createRoutes, type Routes } from '../../access/routes.tsx';
import { actorOf, type Request } from '../../access/visitor.ts';
import type { Deps } from '../../deps.ts';
import { readFrame } from '../../shared/frame.ts';
import { doneHere, idOf, statusOf, typedIn } from '../../shared/sent.ts';
import { type NewAccount, PeoplePage } from './people-page.tsx';

const NOBODY: NewAccount = { role: '', name: '', email: '', mobile: '' };

/** Who may use the pages: accounts, and the contacts of the roster. */
export function peopleRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { plan } = deps;

  routes.get('/admin/people', 'administer', (c) => page(c, deps, { typed: NOBODY }, 200));

  routes.post('/admin/people/add', 'administer', async (c) => {
    const { id, ...typed } = await typedIn(c, ['role', 'name', 'email', 'mobile']);
    const role = ACCOUNT_ROLES.find((one) => one === typed.role);
    const { words } = await readFrame(c, deps);
    if (!role) return page(c, deps, { typed, refusal: words.fieldEmpty(words.accountRole) }, 400);
    const { name, email, mobile } = typed;
    const wish = { actor: actorOf(c, 'administer'), id: idOf(id) };
    const outcome = await onPlan(deps, wish, plan, {
      kind: 'add-account',
      role,
      name,
      email: email || null,
      mobile: mobile || null,
    });
    if (outcome.ok) return c.redirect(`/admin/people?done=${outcome.command}`, 303);
    return page(c, deps, { typed, refusal: outcome.message }, statusOf(outcome));
  });

  routes.post('/admin/people/end', 'administer', async (c) => {
    const { account, reason, id } = await typedIn(c, ['account', 'reason']);
    const wish = { actor: actorOf(c, 'administer'), id: idOf(id) };
    const outcome = await onPlan(deps, wish, plan, { kind: 'end-account', account, reason });
    if (outcome.ok) return c.redirect(`/admin/people?done=${outcome.command}`, 303);
    return page(c, deps, { typed: NOBODY, refusal: outcome.message }, statusOf(outcome));
  });
  return routes;
}

type Shown = { readonly typed: NewAccount; readonly refusal?: string };

async function page(
  c: Request,
  deps: Deps,
  shown: Shown,
  status: 200 | 400 | 409,
): Promise<Response> {
  const frame = await readFrame(c, deps);
  const accounts = await readAccounts(deps.pool, deps.plan);
  const contacts = await readNumberedContacts(deps.pool, deps.plan);
  const done = await doneHere(c, deps);
  const id = randomUUID();
  return c.html(PeoplePage({ frame, accounts, contacts, done, id, ...shown }), status);
}
