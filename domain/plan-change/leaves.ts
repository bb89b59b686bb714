/** Leave of a contact: from today on, never for past days. */

import { CONTACT_ROLE } from '../field-words.ts';
import { reachProblem } from '../people/addresses.ts';
import { type Leave, leavesFrom } from '../people/leave.ts';
import { type Refusal, refuse } from '../problem.ts';
import { fullDate } from '../time/dates-in-words.ts';
import { isDay } from '../time/time.ts';
import type { PlanAct } from './act.ts';
import { contactAt, nameOf, seenRefusal } from './contacts.ts';
import type { NumberedContact, PlanOutcome, PlanSituation } from './situation.ts';

type SetLeave = Extract<PlanAct, { kind: 'set-leave' }>;
type EndLeave = Extract<PlanAct, { kind: 'end-leave' }>;

export function setLeave(now: PlanSituation, act: SetLeave): PlanOutcome | Refusal {
  const contact = contactAt(now, act.place);
  if (!contact) return refuse('not_found', '没有这位联系人，或已删去。');
  const refusal =
    seenRefusal(contact, act.seen) ??
    daysRefusal(now, act) ??
    overlapRefusal(now, act, contact) ??
    substituteRefusal(now, act, contact);
  if (refusal) return refusal;
  const span = `${fullDate(act.from)}至${fullDate(act.until)}`;
  const title = `${nameOf(now.plan, contact.unit)}${CONTACT_ROLE[contact.role]}${contact.name}`;
  return { ok: true, message: `已登记：${title}${span}休假，由${standIn(now, act, contact)}代。` };
}

export function endLeave(now: PlanSituation, act: EndLeave): PlanOutcome | Refusal {
  const leave = now.leaves.find(({ id }) => id === act.leave);
  if (!leave) return refuse('not_found', '没有这次休假，或已取消。');
  if (leave.until < now.today) {
    return refuse('refused', `${leave.person}的休假${fullDate(leave.until)}已经结束，不必再销假。`);
  }
  const why = leave.from > now.today ? '的休假已取消' : '已销假';
  return { ok: true, message: `${leave.person}${why}，今天起的信息仍发给本人。` };
}

function daysRefusal({ today }: PlanSituation, { from, until }: SetLeave): Refusal | null {
  for (const day of [from, until]) {
    if (isDay(day)) continue;
    return refuse('invalid', `日期“${day}”不合格式；请写作 2018-07-16。`);
  }
  if (until < from) {
    return refuse(
      'invalid',
      `休假的最后一天${fullDate(until)}早于第一天${fullDate(from)}；请核对两个日期。`,
    );
  }
  if (from < today) {
    return refuse(
      'invalid',
      `不能登记已过去的日子：${fullDate(from)}；请从今天（${fullDate(today)}）或以后算起。`,
    );
  }
  return null;
}

function overlapRefusal(
  { leaves }: PlanSituation,
  { from, until }: SetLeave,
  contact: NumberedContact,
): Refusal | null {
  const other = leavesFrom(contact, leaves, from).find((leave) => leave.from <= until);
  if (!other) return null;
  const span = `${fullDate(other.from)}至${fullDate(other.until)}`;
  return refuse(
    'refused',
    `${contact.name}已登记${span}休假，与这次重叠；请改日期，或先取消那一次。`,
  );
}

function substituteRefusal(
  now: PlanSituation,
  { substitute, place }: SetLeave,
  contact: NumberedContact,
): Refusal | null {
  if (substitute) {
    const problem = reachProblem(substitute);
    if (problem !== null) return refuse('invalid', `代办人：${problem}`);
    return isSelf(substitute, contact)
      ? refuse('invalid', `代办人与${contact.name}是同一个人；请另填一位。`)
      : null;
  }
  if (place.role !== 'liaison') {
    return refuse(
      'invalid',
      `只有联络员可以由备用联络员代；${CONTACT_ROLE[place.role]}休假请写明代办人的姓名和联系方式。`,
    );
  }
  const deputy = deputyOf(now, place.unit);
  const reach = deputy && (deputy.email ?? deputy.mobile);
  if (reach) return null;
  return refuse(
    'invalid',
    deputy
      ? `备用联络员${deputy.name}没有邮箱和手机，代不了；请先补上，或写明另一位代办人。`
      : '该单位没有备用联络员；请写明代办人的姓名和联系方式。',
  );
}

const standIn = (now: PlanSituation, { substitute }: SetLeave, { unit }: NumberedContact): string =>
  substitute?.name ?? `备用联络员${deputyOf(now, unit)?.name ?? ''}`;

const deputyOf = (now: PlanSituation, unit: string): NumberedContact | undefined =>
  contactAt(now, { unit, role: 'deputy', ordinal: 1 });

type Addresses = Pick<NonNullable<Leave['substitute']>, 'email' | 'mobile'>;
const isSelf = (substitute: Addresses, contact: Addresses): boolean =>
  (substitute.email !== null && substitute.email.toLowerCase() === contact.email?.toLowerCase()) ||
  (substitute.mobile !== null && substitute.mobile === contact.mobile);
