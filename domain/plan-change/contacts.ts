/** Changes of one contact by hand, with the same rules as for the plan folder. */

import { CONTACT_ROLE } from '../field-words.ts';
import { reachProblem } from '../people/addresses.ts';
import { MAY_BE_SEVERAL, OWN_ROLES } from '../people/roles.ts';
import type { Contact, Plan } from '../plan/plan.ts';
import { type Refusal, refuse } from '../problem.ts';
import type { ContactPlace, PlanAct } from './act.ts';
import { planDifference } from './plan-difference.ts';
import type { NumberedContact, PlanOutcome, PlanSituation } from './situation.ts';

type Act<Kind extends PlanAct['kind']> = Extract<PlanAct, { kind: Kind }>;

export function setContact(now: PlanSituation, act: Act<'set-contact'>): PlanOutcome | Refusal {
  const { place, contact } = act;
  const before = contactAt(now, place);
  const refusal = placeRefusal(now, place) ?? seenRefusal(before, act.seen);
  if (refusal) return refusal;
  const problem = reachProblem(contact);
  if (problem !== null) return refuse('invalid', problem);
  const { unit, role } = place;
  const changed = { ...contact, unit, role };
  const others = inRole(now, place);
  const after = before
    ? others.map((one) => (one === before ? changed : one))
    : [...others, changed];
  const difference = changeOf(now.plan, others, after);
  if (difference === '') return { ok: true, message: '与原来相同，没有改动。' };
  return { ok: true, message: `${difference}今后的信息发给新的联系方式。` };
}

export function removeContact(
  now: PlanSituation,
  act: Act<'remove-contact'>,
): PlanOutcome | Refusal {
  const before = contactAt(now, act.place);
  if (!before) return refuse('not_found', '没有这位联系人，或已删去。');
  const refusal = seenRefusal(before, act.seen);
  if (refusal) return refusal;
  if (act.reason.trim() === '') return refuse('invalid', '删去联系人须写明原因。');
  if (before.role === 'liaison') {
    return refuse('refused', `${before.name}是联络员，不能只删不补；请改为新的联络员。`);
  }
  if (before.role === 'officer' && inRole(now, act.place).length === 1) {
    return refuse('refused', `${before.name}是唯一的经办人，删去后需要人工办理的事没有人收到。`);
  }
  const title = `${nameOf(now.plan, before.unit)}${CONTACT_ROLE[before.role]}${before.name}`;
  return { ok: true, message: `已删去${title}：${act.reason}` };
}

function placeRefusal(now: PlanSituation, place: ContactPlace): Refusal | null {
  const { unit, role, ordinal } = place;
  const name = nameOf(now.plan, unit);
  if (name === undefined) return refuse('not_found', `名册里没有单位“${unit}”。`);
  if (OWN_ROLES.includes(role) && unit !== now.plan.bureau.unit) {
    return refuse('invalid', `${CONTACT_ROLE[role]}只属于汇总单位，${name}不能有。`);
  }
  const taken = inRole(now, place).length;
  if (ordinal > 1 && !MAY_BE_SEVERAL.includes(role)) {
    return refuse('invalid', `${name}的${CONTACT_ROLE[role]}只能有一位，请改已有的那位。`);
  }
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > taken + 1) {
    return refuse('invalid', `${name}没有第${ordinal}位${CONTACT_ROLE[role]}，现有${taken}位。`);
  }
  return null;
}

/** Refuses a change of a contact that changed since the page was opened, by another user or an import. */
export function seenRefusal(
  before: NumberedContact | undefined,
  seen: string | null,
): Refusal | null {
  if ((before?.mark ?? null) === seen) return null;
  const now = before ? `现在是${before.name}` : '现在没有人';
  return refuse(
    'superseded',
    `在您打开之后，这位联系人已有改动（${now}）。请重新打开，核对后再改。`,
  );
}

export const contactAt = ({ contacts }: PlanSituation, { unit, role, ordinal }: ContactPlace) =>
  contacts.find((c) => c.unit === unit && c.role === role && c.ordinal === ordinal);

const inRole = ({ contacts }: PlanSituation, { unit, role }: ContactPlace) =>
  contacts.filter((c) => c.unit === unit && c.role === role);

const changeOf = (plan: Plan, before: readonly Contact[], after: readonly Contact[]): string =>
  planDifference({ ...plan, contacts: before }, { ...plan, contacts: after })
    .map(({ sentence }) => sentence)
    .join('');

export const nameOf = (plan: Plan, unit: string): string | undefined =>
  plan.units.find(({ code }) => code === unit)?.name;
