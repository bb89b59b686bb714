/** Answers to the question before a round whether a unit's contacts are still right. */

import { CONTACT_ROLE } from '../field-words.ts';
import { reachProblem } from '../people/addresses.ts';
import type { CheckState, ContactCheck } from '../people/contact-check.ts';
import { firstContact } from '../people/recipient.ts';
import { type Refusal, refuse } from '../problem.ts';
import type { PlanAct } from './act.ts';
import { nameOf } from './contacts.ts';
import type { PlanOutcome, PlanSituation } from './situation.ts';

type Act<Kind extends PlanAct['kind']> = Extract<PlanAct, { kind: Kind }>;

export function confirmContacts(now: PlanSituation): PlanOutcome | Refusal {
  const check = now.check;
  if (!isAsked(check)) return notAsked();
  if (check.state === 'named') {
    return refuse('refused', '已提出新的人选，正由经办人员核对；要撤回的，请致电经办人员。');
  }
  if (firstContact(now, check.unit, 'liaison') === null) {
    return refuse('refused', '还没有登记联络员，没有可确认的；请填写联络员。');
  }
  return { ok: true, message: `已确认：${nameOf(now.plan, check.unit)}的联络员没有变化。谢谢。` };
}

export function nameContacts(now: PlanSituation, act: Act<'name-contacts'>): PlanOutcome | Refusal {
  const check = now.check;
  if (!isAsked(check)) return notAsked();
  for (const role of ['liaison', 'deputy'] as const) {
    const contact = act[role];
    const problem = contact && reachProblem(contact);
    if (problem) return refuse('invalid', `${CONTACT_ROLE[role]}：${problem}`);
  }
  const who = `${nameOf(now.plan, check.unit)}的联络员改为${inWords(act)}`;
  const message = act.atOnce
    ? `${who}，今后的信息发给新的联系方式。`
    : `${who}，已提交，经办人员核对后生效；在此之前仍发给原来的联络员。`;
  return { ok: true, message };
}

export function acceptContacts(now: PlanSituation): PlanOutcome | Refusal {
  const { check, plan } = now;
  if (check?.state !== 'named' || check.proposal === null) return nothingNamed();
  return {
    ok: true,
    message: `${nameOf(plan, check.unit)}的联络员已改为${inWords(check.proposal)}，今后的信息发给新的联系方式。`,
  };
}

export function refuseContacts(
  { check, plan }: PlanSituation,
  { reason }: Act<'refuse-contacts'>,
): PlanOutcome | Refusal {
  if (check?.state !== 'named') return nothingNamed();
  if (reason.trim() === '') return refuse('invalid', '不采用须写明原因。');
  return { ok: true, message: `没有采用${nameOf(plan, check.unit)}提出的人选：${reason}` };
}

/** A check that was skipped cannot be answered. */
const isAsked = (check: ContactCheck | null): check is ContactCheck =>
  check !== null && ANSWERABLE.includes(check.state);
const ANSWERABLE: readonly CheckState[] = ['asked', 'confirmed', 'named', 'changed'];

const notAsked = (): Refusal => refuse('not_found', '本期没有请该单位核对联络员，无须答复。');
const nothingNamed = (): Refusal =>
  refuse('not_found', '该单位没有待核对的人选，或已经处理；请刷新页面。');

const inWords = ({ liaison, deputy }: Pick<Act<'name-contacts'>, 'liaison' | 'deputy'>): string =>
  deputy === null ? liaison.name : `${liaison.name}，备用联络员改为${deputy.name}`;
