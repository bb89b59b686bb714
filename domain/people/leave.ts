/** A contact on leave, and who is reached instead: asked by the sender on the day itself, by a preview for a day to come. */
import type { Contact, ContactDetails, Role } from '../plan/plan.ts';
import type { Day } from '../time/time.ts';

export type Leave = {
  readonly id: string;
  readonly unit: string;
  readonly role: Role;
  /** By name: whoever holds the role after them is not on leave. */
  readonly person: string;
  /** First and last day, both included, in the plan's zone. */
  readonly from: Day;
  readonly until: Day;
  /** Null: the unit's deputy. */
  readonly substitute: ContactDetails | null;
};

/** Whom a message reaches. A stand-in's name says for whom: 李四（代张三）. */
export type Reached = Contact & {
  readonly ownName: string;
  readonly standsInFor: string | null;
};

/** @param deputy of the same unit, where it names one */
export function onDay(
  contact: Contact,
  leaves: readonly Leave[],
  day: Day,
  deputy: Contact | null,
): Reached {
  const leave = leaveOn(contact, leaves, day);
  const substitute = leave && (leave.substitute ?? substituteOf(deputy, leaves, day));
  // A deputy who was removed since: better the person on leave than nobody.
  if (!substitute) return { ...contact, ownName: contact.name, standsInFor: null };
  const { name: ownName, email, mobile, phone } = substitute;
  return named({ ...contact, email, mobile, phone, ownName, standsInFor: contact.name });
}

/** One person to whom one message goes about several units, of some of which they stand in for somebody. */
export function together(all: readonly [Reached, ...Reached[]]): Reached {
  const names = new Set(all.flatMap(({ standsInFor }) => standsInFor ?? []));
  return named({ ...all[0], standsInFor: names.size > 0 ? [...names].join('、') : null });
}

const named = (reached: Reached): Reached => {
  const { ownName, standsInFor } = reached;
  return { ...reached, name: standsInFor === null ? ownName : `${ownName}（代${standsInFor}）` };
};

/** The leave that a contact is on. */
export const leaveOn = (contact: Contact, leaves: readonly Leave[], day: Day): Leave | null =>
  leaves.find((leave) => isOf(leave, contact) && leave.from <= day && day <= leave.until) ?? null;

/** A contact's leaves that have not ended, the next one first. */
export const leavesFrom = (contact: Contact, leaves: readonly Leave[], today: Day): Leave[] =>
  leaves
    .filter((leave) => isOf(leave, contact) && leave.until >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

const isOf = (leave: Leave, { unit, role, name }: Contact): boolean =>
  leave.unit === unit && leave.role === role && leave.person === name;

/** The deputy may be on leave too, with a person of their own to stand in. */
const substituteOf = (
  deputy: Contact | null,
  leaves: readonly Leave[],
  day: Day,
): ContactDetails | null => deputy && (leaveOn(deputy, leaves, day)?.substitute ?? deputy);
