/** A slot resolved to a person for one day: who is liaison that day, or stands in, gets that day's message. */

import type { Contact, Plan, Role } from '../plan/plan.ts';
import type { Channel, Slot } from '../plan/policy.ts';
import type { Day } from '../time/time.ts';
import { type Leave, onDay, type Reached } from './leave.ts';

/** Contacts and leaves: of a whole plan, or of the unit that is asked about. */
export type Roster = { readonly contacts: readonly Contact[]; readonly leaves: readonly Leave[] };

/** The role in a unit's (or, for officer and office, the bureau's) list of contacts. */
export function roleOf(slot: Slot): Role {
  // A draft for the city government's office is handed over by the bureau's officer.
  return slot === 'office' ? 'officer' : slot;
}

/** The unit whose contact it is: the bureau has officers, also for drafts to the city government's office. */
export const unitOf = ({ bureau }: Pick<Plan, 'bureau'>, unit: string, slot: Slot): string =>
  slot === 'officer' || slot === 'office' ? bureau.unit : unit;

/** The first contact of the role, or who stands in that day; null where nobody is named. */
export function reachedOn(roster: Roster, unit: string, role: Role, day: Day): Reached | null {
  const contact = firstContact(roster, unit, role);
  return contact && onDay(contact, roster.leaves, day, firstContact(roster, unit, 'deputy'));
}

/** Whom the unit names, away or not. */
export const firstContact = (
  { contacts }: Pick<Roster, 'contacts'>,
  unit: string,
  role: Role,
): Contact | null => firstContacts(contacts).get(`${unit} ${role}`) ?? null;

/** Lower case for e-mail, so that two spellings of one mailbox are one person. */
export const addressIn = (contact: Contact, channel: Channel): string | null =>
  channel === 'sms' ? contact.mobile : (contact.email?.toLowerCase() ?? null);

// Asked for by every step of every unit.
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
