/** The contact check: liaisons answer for their units, officers answer for them or decide on proposals. */

import { randomUUID } from 'node:crypto';
import { roundId } from '../../../domain/obligation/obligation.ts';
import type { ContactDetails } from '../../../domain/plan/plan.ts';
import type { PlanAct } from '../../../domain/plan-change/act.ts';
import { presentCheck, readCheckRows } from '../../../store/read/contact-checks.ts';
import { readNumberedContacts } from '../../../store/read/contacts.ts';
import { findRound } from '../../../store/read/rounds.ts';
import { onPlan } from '../../command.ts';
import type { Permission } from '../access/permissions.ts';
import { createRoutes, type Routes } from '../access/routes.tsx';
import { actorOf, type Request, visitorOf } from '../access/visitor.ts';
import type { Deps } from '../deps.ts';
import { readFrame } from '../shared/frame.ts';
import { doneHere, idOf, statusOf, typedIn } from '../shared/sent.ts';
import { ChecksPage } from './checks-page.tsx';
import { MyContactsPage, type OwnCheck } from './my-contacts-page.tsx';
import type { RefusedAnswer } from './name-contacts-form.tsx';

const ROUND = '/checks/:period{[0-9]{4}H[12]}' as const;
const PERSON = ['name', 'email', 'mobile', 'phone'] as const;
const FIELDS = [
  'answer',
  'reason',
  ...PERSON.map((field) => `liaison-${field}` as const),
  ...PERSON.map((field) => `deputy-${field}` as const),
] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

export function contactCheckRoutes(deps: Deps): Routes {
  const routes = createRoutes();
  const { pool, plan } = deps;
  routes.get('/mine/contacts', 'report', (c) => mine(c, deps, 200));
  routes.post('/mine/contacts/:unit', 'report', async (c) => {
    const unit = c.req.param('unit') ?? '';
    const check = await presentCheck(pool, plan, unit);
    const typed = await typedIn(c, FIELDS);
    const outcome = await answer(c, deps, 'report', check?.round ?? '', typed);
    if (outcome.ok) return c.redirect(`/mine/contacts?done=${outcome.command}`, 303);
    return mine(c, deps, statusOf(outcome), refusedOf(unit, outcome.message, typed));
  });
  routes.get(ROUND, 'tend contacts', (c) => ofRound(c, deps, 200));
  routes.post(`${ROUND}/:unit`, 'tend contacts', async (c) => {
    const { period, unit } = c.req.param();
    const typed = await typedIn(c, FIELDS);
    const outcome = await answer(c, deps, 'tend contacts', roundId(plan, period), typed);
    if (outcome.ok) return c.redirect(`/checks/${period}?done=${outcome.command}#${unit}`, 303);
    return ofRound(c, deps, statusOf(outcome), refusedOf(unit, outcome.message, typed));
  });
  return routes;
}

const refusedOf = (unit: string, sentence: string, typed: Typed): RefusedAnswer => ({
  unit,
  sentence,
  typed: typed.answer === 'name' ? typed : undefined,
});

/** What an officer or the administrator enters takes effect at once; a unit's proposal needs their decision. */
const answer = (
  c: Request,
  deps: Deps,
  need: Extract<Permission, 'report' | 'tend contacts'>,
  round: string,
  typed: Typed & { readonly id: string },
) => {
  const unit = c.req.param('unit') ?? '';
  const wish = { actor: actorOf(c, need, unit), id: idOf(typed.id) };
  const isOffice = need === 'tend contacts';
  return onPlan(deps, wish, deps.plan, actOf({ round, unit }, typed, isOffice));
};

function actOf(
  of: { readonly round: string; readonly unit: string },
  typed: Typed,
  isOffice: boolean,
): PlanAct {
  if (isOffice && typed.answer === 'accept') return { kind: 'accept-contacts', ...of };
  if (isOffice && typed.answer === 'refuse') {
    return { kind: 'refuse-contacts', ...of, reason: typed.reason };
  }
  if (typed.answer === 'confirm') return { kind: 'confirm-contacts', ...of };
  const deputy = personIn(typed, 'deputy');
  const isEmpty = Object.values(deputy).every((value) => !value);
  return {
    kind: 'name-contacts',
    ...of,
    liaison: personIn(typed, 'liaison'),
    deputy: isEmpty ? null : deputy,
    atOnce: isOffice,
  };
}

const personIn = (typed: Typed, role: 'liaison' | 'deputy'): ContactDetails => ({
  name: typed[`${role}-name`],
  email: typed[`${role}-email`] || null,
  mobile: typed[`${role}-mobile`] || null,
  phone: typed[`${role}-phone`] || null,
});

async function mine(c: Request, deps: Deps, status: 200 | 400 | 409, refused?: RefusedAnswer) {
  const { pool, plan } = deps;
  const frame = await readFrame(c, deps);
  const contacts = await readNumberedContacts(pool, plan);
  const grants = visitorOf(c).grants.filter(({ role }) => role === 'liaison' || role === 'deputy');
  const own: OwnCheck[] = [];
  for (const unit of new Set(grants.flatMap((grant) => grant.unit ?? []))) {
    const check = await presentCheck(pool, plan, unit);
    if (check) own.push({ check, contacts: contacts.filter((one) => one.unit === unit) });
  }
  const done = await doneHere(c, deps);
  return c.html(MyContactsPage({ frame, own, id: randomUUID(), done, refused }), status);
}

async function ofRound(c: Request, deps: Deps, status: 200 | 400 | 409, refused?: RefusedAnswer) {
  const { pool, plan } = deps;
  const round = await findRound(pool, roundId(plan, c.req.param('period') ?? ''));
  if (!round) return c.notFound();
  const frame = await readFrame(c, deps);
  const checks = await readCheckRows(pool, round.id);
  const contacts = await readNumberedContacts(pool, plan);
  const done = await doneHere(c, deps);
  const props = { frame, round, checks, contacts, id: randomUUID(), done, refused };
  return c.html(ChecksPage(props), status);
}
