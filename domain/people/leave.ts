/** Leave of contacts, and who is reached instead on a given day. */
import type { Contact, ContactDetails, Role } from '../plan/plan.ts';
import type { Day } from '../time/time.ts';

export type Leave = {
  readonly id: string;
  readonly unit: string;
  readonly role: Role;
  /** By name, so that a successor in the role is not on leave. */
  readonly person: string;
  /** Both days included, in the plan's zone. */
  readonly from: Day;
  readonly until: Day;
  /** Null: the unit's deputy. */
  readonly substitute: ContactDetails | null;
};

/** The person whom a message reaches. A stand-in's `name` is 李四（代张三）, `ownName` 李四. */
export type Reached = Contact & {
  readonly ownName: string;
  readonly standsInFor: string | null;
};

/** @param deputy of the same unit, if any */
export function onDay(
  contact: Contact,
  leaves: readonly Leave[],
  day: Day,
  deputy: Contact | null,
): Reached {
  const leave = leaveOn(contact, leaves, day);
  const substitute = leave && (leave.substitute ?? substituteOf(deputy, leaves, day));
  // Without a substitute the person on leave is better than nobody.
  if (!substitute) return { ...contact, ownName: contact.name, standsInFor: null };
  const { name: ownName, email, mobile, phone } = substitute;
  return named({ ...contact, email, mobile, phone, ownName, standsInFor: contact.name });
}

/** One person reached for several units; the name lists all for whom they stand in. */
export function together(all: readonly [Reached, ...Reached[]]): Reached {
  const names = new Set(all.flatMap(({ standsInFor }) => standsInFor ?? []));
  return named({ ...all[0], standsInFor: names.size > 0 ? [...names].join('、') : null });
}

const named = (reached: Reached): Reached => {
  const { ownName, standsInFor } = reached;
  return { ...reached, name: standsInFor === null ? ownName : `${ownName}（代${standsInFor}）` };
};

/** The contact's leave on that day. */
export const leaveOn = (contact: Contact, leaves: readonly Leave[], day: Day): Leave | null =>
  leaves.find((leave) => isOf(leave, contact) && leave.from <= day && day <= leave.until) ?? null;

/** The contact's leaves that have not ended, in order. */
export const leavesFrom = (contact: Contact, leaves: readonly Leave[], today: Day): Leave[] =>
  leaves
    .filter((leave) => isOf(leave, contact) && leave.until >= today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

const isOf = (leave: Leave, { unit, role, name }: Contact): boolean =>
  leave.unit === unit && leave.role === role && leave.person === name;

/** The deputy, or the deputy's substitute when the deputy is on leave too. */
const substituteOf = (
  deputy: Contact | null,
  leaves: readonly Leave[],
  day: Day,
): ContactDetails | null => deputy && (leaveOn(deputy, leaves, day)?.substitute ?? deputy);
