/** Leave of a contact: the bureau and the administrator enter it for anybody, liaisons and deputies for themselves. */
import { randomUUID } from 'node:crypto';
import type { Outcome } from '../../../domain/command.ts';
import { leavesFrom } from '../../../domain/people/leave.ts';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import { day } from '../../../domain/time/time.ts';
import { readLeaves, readNumberedContacts } from '../../../store/read/contacts.ts';
import { onPlan } from '../../command.ts';
import type { Permission } from '../access/permissions.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request, visitorOf } from '../access/visitor.ts';
import { ownContacts } from '../contacts/contacts-view.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { doneHere, idOf, statusOf, typedIn } from '../shared/sent.ts';
import { LeavePage, type TypedLeave } from './leave-page.tsx';

const ANY = '/contacts/:unit/:role{[a-z]+}/:ordinal{[0-9]{1,3}}/leave' as const;
const OWN = '/mine/:unit/leave' as const;
const FIELDS = ['seen', 'from', 'until', 'by', 'name', 'email', 'mobile', 'phone'] as const;
const NOTHING: TypedLeave = {
  from: '',
  until: '',
  by: '',
  name: '',
  email: '',
  mobile: '',
  phone: '',
};

export function leaveRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  for (const [path, need] of [
    [ANY, 'tend contacts'],
    [OWN, 'report'],
  ] as const) {
    routes.get(path, need, (c) => page(c, deps, NOTHING, 200));
    routes.post(path, need, (c) => set(c, deps, need));
    routes.post(`${path}/end`, need, (c) => end(c, deps, need));
  }
  return routes;
}

async function set(c: Request, deps: Deps, need: Permission) {
  const contact = await find(c, deps);
  if (!contact) return c.notFound();
  const { id, seen, ...typed } = await typedIn(c, FIELDS);
  const { name, email, mobile, phone } = typed;
  const substitute = { name, email: email || null, mobile: mobile || null, phone: phone || null };
  const outcome = await carryOut(c, deps, need, idOf(id), {
    kind: 'set-leave',
    place: contact,
    seen,
    from: day(typed.from),
    until: day(typed.until),
    substitute: typed.by === 'deputy' ? null : substitute,
  });
  return outcome.ok ? home(c, outcome) : page(c, deps, typed, statusOf(outcome), outcome.message);
}

async function end(c: Request, deps: Deps, need: Permission) {
  const contact = await find(c, deps);
  const { id, leave } = await typedIn(c, ['leave']);
  const own = contact && (await readLeaves(deps.pool, deps.plan)).find((one) => one.id === leave);
  // Another contact's leave: 404, as if it did not exist.
  if (!contact || (own && (own.unit !== contact.unit || own.person !== contact.name)))
    return c.notFound();
  const outcome = await carryOut(c, deps, need, idOf(id), { kind: 'end-leave', leave });
  return outcome.ok ? home(c, outcome) : page(c, deps, NOTHING, statusOf(outcome), outcome.message);
}

const carryOut = (c: Request, deps: Deps, need: Permission, id: string, act: PlanAct) =>
  onPlan(deps, { actor: actorOf(c, need, c.req.param('unit')), id }, deps.plan, act);

const home = (c: Request, outcome: Extract<Outcome, { ok: true }>) =>
  c.redirect(`${hereOf(c)}?done=${encodeURIComponent(outcome.command)}`, 303);

const hereOf = (c: Request): string => c.req.path.replace(/\/end$/, '');

/** The contact at the place in the address; on a visitor's own pages, the visitor. */
async function find(c: Request, { pool, plan }: Deps): Promise<NumberedContact | null> {
  const { unit, role, ordinal } = c.req.param() as Readonly<Record<string, string>>;
  const contacts = (await readNumberedContacts(pool, plan)).filter((one) => one.unit === unit);
  const { address } = visitorOf(c).session;
  const found =
    role === undefined
      ? ownContacts(contacts, address)[0]
      : contacts.find((one) => one.role === role && one.ordinal === Number(ordinal));
  return found ?? null;
}

async function page(
  c: Request,
  deps: Deps,
  typed: TypedLeave,
  status: 200 | 400 | 409,
  refusal?: string,
) {
  const contact = await find(c, deps);
  if (!contact) return c.notFound();
  const frame = await readFrame(c, deps);
  const today = frame.rules.zone.dayOf(frame.now);
  const leaves = leavesFrom(contact, await readLeaves(deps.pool, deps.plan), today);
  const done = await doneHere(c, deps);
  const props = { frame, contact, leaves, typed, refusal, done, here: hereOf(c), id: randomUUID() };
  return c.html(LeavePage(props), status);
}
