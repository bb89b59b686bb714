import { randomUUID } from 'node:crypto';
import type { Role } from '../../../../domain/plan.ts';
import { readContactStates } from '../../../../store/contact-states.ts';
import { type NumberedContact, readNumberedContacts } from '../../../../store/plan-contacts.ts';
import { onPlan } from '../../../desk.ts';
import { createRoutes, type Routes } from '../../access/routes.ts';
import { actorOf, type Request } from '../../access/visitor.ts';
import { idOf } from '../../acts/sent.ts';
import type { Deps } from '../../deps.ts';
import { readFrame } from '../../frame.ts';
import { ContactPage, type TypedContact } from '../../pages/admin/contact-page.tsx';
import { ContactsPage } from '../../pages/admin/contacts-page.tsx';
import { doneHere, typedIn } from './done.ts';

const CONTACT = '/admin/contacts/:unit/:role{[a-z]+}/:ordinal{[0-9]{1,3}}' as const;
const FIELDS = ['name', 'email', 'mobile', 'phone'] as const;

/** Whom each unit names, and whether they can be reached. */
export function contactRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;

  routes.get('/admin/contacts', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const states = await readContactStates(pool, plan);
    const failing = c.req.query('failing') === 'yes';
    const contacts = await readNumberedContacts(pool, plan);
    const done = await doneHere(c, deps);
    return c.html(ContactsPage({ frame, contacts, states, failing, done }));
  });

  routes.get(CONTACT, 'administer', async (c) => {
    const contact = await find(c, deps);
    return contact ? page(c, deps, contact, typedOf(contact), 200) : c.notFound();
  });

  routes.post(CONTACT, 'administer', async (c) => {
    const contact = await find(c, deps);
    if (!contact) return c.notFound();
    const typed = await typedIn(c, FIELDS);
    const { unit, role, ordinal } = contact;
    const outcome = await onPlan(
      deps,
      { actor: actorOf(c, 'administer'), id: idOf(typed.id) },
      plan,
      {
        kind: 'set-contact',
        place: { unit, role, ordinal },
        contact: {
          name: typed.name,
          email: typed.email || null,
          mobile: typed.mobile || null,
          phone: typed.phone || null,
        },
      },
    );
    if (outcome.ok) return c.redirect(`/admin/contacts?done=${outcome.command}`, 303);
    return page(c, deps, contact, typed, outcome.code === 'invalid' ? 400 : 409, outcome.message);
  });
  return routes;
}

const find = async (c: Request, { pool, plan }: Deps): Promise<NumberedContact | undefined> => {
  const { unit, role, ordinal } = c.req.param() as Record<string, string>;
  return (await readNumberedContacts(pool, plan)).find(
    (one) => one.unit === unit && one.role === (role as Role) && one.ordinal === Number(ordinal),
  );
};

const typedOf = ({ name, email, mobile, phone }: NumberedContact): TypedContact => ({
  name,
  email: email ?? '',
  mobile: mobile ?? '',
  phone: phone ?? '',
});

async function page(
  c: Request,
  deps: Deps,
  contact: NumberedContact,
  typed: TypedContact,
  status: 200 | 400 | 409,
  refusal?: string,
): Promise<Response> {
  const frame = await readFrame(c, deps);
  const id = randomUUID();
  return c.html(ContactPage({ frame, contact, typed, id, here: c.req.path, refusal }), status);
}
