/** Resolves a slot to the person who is reached on a given day. */

import type { Contact, Plan, Role } from '../plan/plan.ts';
import type { Channel, Slot } from '../plan/policy.ts';
import type { Day } from '../time/time.ts';
import { type Leave, onDay, type Reached } from './leave.ts';

/** Of a whole plan, or of one unit. */
export type Roster = { readonly contacts: readonly Contact[]; readonly leaves: readonly Leave[] };

/** The contact role of a slot. */
export function roleOf(slot: Slot): Role {
  // The bureau's officer takes a draft to the city government's office.
  return slot === 'office' ? 'officer' : slot;
}

/** The unit whose contact it is: the bureau for officer and office. */
export const unitOf = ({ bureau }: Pick<Plan, 'bureau'>, unit: string, slot: Slot): string =>
  slot === 'officer' || slot === 'office' ? bureau.unit : unit;

/** The first contact of the role, or their stand-in on that day; null when there is none. */
export function reachedOn(roster: Roster, unit: string, role: Role, day: Day): Reached | null {
  const contact = firstContact(roster, unit, role);
  return contact && onDay(contact, roster.leaves, day, firstContact(roster, unit, 'deputy'));
}

/** Without regard to leave. */
export const firstContact = (
  { contacts }: Pick<Roster, 'contacts'>,
  unit: string,
  role: Role,
): Contact | null => firstContacts(contacts).get(`${unit} ${role}`) ?? null;

/** E-mail in lower case, so that two spellings of one mailbox are the same. */
export const addressIn = (contact: Contact, channel: Channel): string | null =>
  channel === 'sms' ? contact.mobile : (contact.email?.toLowerCase() ?? null);

// Every step of every unit looks up contacts.
const indexes = new WeakMap<readonly Contact[], Map<string, Contact>>();

function firstContacts(contacts: readonly Contact[]): Map<string, Contact> {
  const known = indexes.get(contacts);
  if (known) return known;
  const index = new Map(
    contacts.toReversed().map((contact) => [`${contact.unit} ${contact.role}`, contact]),
  );
  indexes.set(contacts, index);
  return index;
}
