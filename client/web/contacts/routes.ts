import { randomUUID } from 'node:crypto';
import type { Role } from '../../../domain/plan/plan.ts';
import type { ContactPlace } from '../../../domain/plan-change/act.ts';
import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import { newestChecks } from '../../../store/read/contact-checks.ts';
import {
  readContactStates,
  readLeaves,
  readNumberedContacts,
} from '../../../store/read/contacts.ts';
import { onPlan } from '../../command.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { type Frame, readFrame } from '../shared/frame.ts';
import { askedPage } from '../shared/paging.ts';
import { doneHere, idOf, statusOf, typedIn } from '../shared/sent.ts';
import { ContactPage, type TypedContact } from './contact-page.tsx';
import { ContactsPage } from './contacts-page.tsx';
import { contactsView, freePlaces } from './contacts-view.ts';

const CONTACT = '/admin/contacts/:unit/:role{[a-z]+}/:ordinal{[0-9]{1,3}}' as const;
const FIELDS = ['name', 'email', 'mobile', 'phone', 'seen'] as const;

/** The contacts of each unit, and whether messages reach them. */
export function contactRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;

  routes.get('/admin/contacts', 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const query = {
      search: (c.req.query('q') ?? '').trim(),
      failing: c.req.query('failing') === 'yes',
      page: askedPage(c.req.query('page')),
    };
    const contacts = await readNumberedContacts(pool, plan);
    const states = await readContactStates(pool, plan);
    const leaves = await readLeaves(pool, plan);
    const today = frame.rules.zone.dayOf(frame.now);
    const checks = await newestChecks(pool, plan);
    const facts = { states, leaves, checks, today };
    const view = contactsView(frame.rules.plan, contacts, facts, query);
    return c.html(ContactsPage({ frame, query, view, done: await doneHere(c, deps) }));
  });

  routes.get(CONTACT, 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const found = await find(c, deps, frame);
    if (!found) return c.notFound();
    const back = c.req.query('back') ?? '';
    return page(c, frame, found, { typed: typedOf(found.contact), back }, 200);
  });

  routes.post(CONTACT, 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const found = await find(c, deps, frame);
    if (!found) return c.notFound();
    const { id, back, ...typed } = await typedIn(c, [...FIELDS, 'back']);
    const { name, email, mobile, phone, seen } = typed;
    const outcome = await onPlan(deps, { actor: actorOf(c, 'administer'), id: idOf(id) }, plan, {
      kind: 'set-contact',
      place: found.place,
      seen: seen || null,
      contact: { name, email: email || null, mobile: mobile || null, phone: phone || null },
    });
    const home = back === 'failures' ? 'failures' : 'contacts';
    if (outcome.ok) return c.redirect(`/admin/${home}?done=${outcome.command}`, 303);
    const shown = { typed, back, refusal: outcome.message };
    return page(c, frame, found, shown, statusOf(outcome));
  });

  routes.post(`${CONTACT}/remove`, 'administer', async (c) => {
    const frame = await readFrame(c, deps);
    const { id, reason, seen } = await typedIn(c, ['reason', 'seen']);
    const wish = { actor: actorOf(c, 'administer'), id: idOf(id) };
    const place = placeIn(c);
    const act = { kind: 'remove-contact', place, seen, reason } as const;
    const outcome = await onPlan(deps, wish, plan, act);
    if (outcome.ok) return c.redirect(`/admin/contacts?done=${outcome.command}`, 303);
    const found = await find(c, deps, frame);
    if (!found) return c.notFound();
    const typed = typedOf(found.contact);
    return page(c, frame, found, { typed, back: '', refusal: outcome.message }, statusOf(outcome));
  });
  return routes;
}

function placeIn(c: Request): ContactPlace {
  const { unit = '', role, ordinal } = c.req.param() as Record<string, string>;
  return { unit, role: role as Role, ordinal: Number(ordinal) };
}

type Found = { readonly place: ContactPlace; readonly contact: NumberedContact | undefined };

/** A contact, or a free place for one. */
async function find(c: Request, { pool, plan }: Deps, { rules }: Frame): Promise<Found | null> {
  const place = placeIn(c);
  const unit = rules.plan.units.find(({ code }) => code === place.unit);
  if (!unit) return null;
  const all = await readNumberedContacts(pool, plan);
  const own = all.filter((contact) => contact.unit === unit.code);
  const isThere = (one: Pick<ContactPlace, 'role' | 'ordinal'>) =>
    one.role === place.role && one.ordinal === place.ordinal;
  const contact = own.find(isThere);
  return contact || freePlaces(rules.plan, unit, own).some(isThere) ? { place, contact } : null;
}

const typedOf = (contact: NumberedContact | undefined): TypedContact => ({
  name: contact?.name ?? '',
  email: contact?.email ?? '',
  mobile: contact?.mobile ?? '',
  phone: contact?.phone ?? '',
  seen: contact?.mark ?? '',
});

type Shown = { readonly typed: TypedContact; readonly back: string; readonly refusal?: string };

function page(c: Request, frame: Frame, found: Found, shown: Shown, status: 200 | 400 | 409) {
  const known = found.contact !== undefined;
  // A failed removal shows the contact's form at its own address.
  const here = c.req.path.replace(/\/remove$/, '');
  const { place } = found;
  const id = randomUUID();
  return c.html(ContactPage({ frame, place, known, id, here, ...shown }), status);
}
