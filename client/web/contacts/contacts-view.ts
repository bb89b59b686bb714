/** The contacts of the roster for a page: searched, filtered by failures, page by page. */

import { hasFailed } from '../../../domain/delivery/delivery.ts';
import { CONTACT_ROLE } from '../../../domain/field-words.ts';
import { addressesOf, folded } from '../../../domain/people/address-owners.ts';
import type { ContactCheck } from '../../../domain/people/contact-check.ts';
import { type Leave, leavesFrom } from '../../../domain/people/leave.ts';
import { MAY_BE_SEVERAL, OWN_ROLES } from '../../../domain/people/roles.ts';
import type { Plan, Role, Unit } from '../../../domain/plan/plan.ts';
import type { NumberedContact } from '../../../domain/plan-change/situation.ts';
import type { Day } from '../../../domain/time/time.ts';
import type { ContactState } from '../../../store/read/contacts.ts';
import { pageOf } from '../shared/paging.ts';

export type ContactsQuery = {
  readonly search: string;
  readonly failing: boolean;
  readonly page: number;
};

export type ShownContact = {
  readonly contact: NumberedContact;
  readonly mail: ContactState | undefined;
  readonly sms: ContactState | undefined;
  /** Present and future. */
  readonly leaves: readonly Leave[];
};

type ContactFacts = {
  readonly states: ReadonlyMap<string, ContactState>;
  readonly leaves: readonly Leave[];
  readonly checks: readonly ContactCheck[];
  readonly today: Day;
};

export type ShownUnit = {
  readonly unit: Unit;
  readonly contacts: readonly ShownContact[];
  /** Its answer to the newest contact check. */
  readonly check: ContactCheck | undefined;
  /** Neither liaison nor deputy has an address. */
  readonly silent: boolean;
  /** Roles and ordinals that are free for a new contact. */
  readonly free: readonly { readonly role: Role; readonly ordinal: number }[];
};

export type ContactsView = {
  readonly units: readonly ShownUnit[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
};

/** Units on a page. */
const SIZE = 50;

export function contactsView(
  plan: Plan,
  contacts: readonly NumberedContact[],
  facts: ContactFacts,
  query: ContactsQuery,
): ContactsView {
  const ofUnit = byUnit(contacts);
  const found = plan.units
    .map((unit) => shownUnit(plan, unit, ofUnit.get(unit.code) ?? [], facts))
    .filter((shown) => matches(shown, query.search))
    .filter((shown) => !query.failing || isFailing(shown));
  const { rows, page, pages } = pageOf(found, query.page, SIZE);
  return { units: rows, found: found.length, page, pages };
}

function byUnit(contacts: readonly NumberedContact[]): Map<string, NumberedContact[]> {
  const groups = new Map<string, NumberedContact[]>();
  for (const contact of contacts) {
    const group = groups.get(contact.unit);
    if (group) group.push(contact);
    else groups.set(contact.unit, [contact]);
  }
  return groups;
}

function shownUnit(
  plan: Plan,
  unit: Unit,
  contacts: readonly NumberedContact[],
  { states, leaves, checks, today }: ContactFacts,
): ShownUnit {
  const inOrder = Object.keys(CONTACT_ROLE);
  const sorted = contacts.toSorted((a, b) => inOrder.indexOf(a.role) - inOrder.indexOf(b.role));
  const stateAt = (address: string | null) =>
    address === null ? undefined : states.get(address.toLowerCase());
  const reached = contacts.filter(({ role }) => role === 'liaison' || role === 'deputy');
  return {
    unit,
    check: checks.find((check) => check.unit === unit.code),
    contacts: sorted.map((contact) => ({
      contact,
      mail: stateAt(contact.email),
      sms: stateAt(contact.mobile),
      leaves: leavesFrom(contact, leaves, today),
    })),
    silent: reached.every(({ email, mobile }) => email === null && mobile === null),
    free: freePlaces(plan, unit, contacts),
  };
}

/** The next free place of each role: only officers may be several. */
export function freePlaces(
  plan: Plan,
  unit: Unit,
  contacts: readonly NumberedContact[],
): ShownUnit['free'] {
  const taken = (role: Role) => contacts.filter((contact) => contact.role === role).length;
  return (Object.keys(CONTACT_ROLE) as Role[])
    .filter((role) => unit.code === plan.bureau.unit || !OWN_ROLES.includes(role))
    .filter((role) => taken(role) === 0 || MAY_BE_SEVERAL.includes(role))
    .map((role) => ({ role, ordinal: taken(role) + 1 }));
}

export const isBad = (contact: ContactState | undefined): boolean =>
  contact !== undefined &&
  (contact.state === 'failed for now' ||
    hasFailed(contact.state) ||
    contact.bounced?.verdict === 'undelivered');

const isFailing = ({ contacts, silent }: ShownUnit): boolean =>
  silent || contacts.some(({ mail, sms }) => isBad(mail) || isBad(sms));

/**
 * Searches by the unit's name, code or alias, or by a person's name. Not by number: numbers must not appear in a URL.
 */
const matches = ({ unit, contacts }: ShownUnit, search: string): boolean =>
  search === '' ||
  [unit.name, unit.code, ...unit.aliases, ...contacts.map(({ contact }) => contact.name)].some(
    (text) => text.toLowerCase().includes(search.toLowerCase()),
  );

/**
 * The contacts that the visitor is (liaison or deputy of any unit), without those the visitor stands in for; the last
 * place first.
 */
export const ownContacts = (
  contacts: readonly NumberedContact[],
  address: string,
): NumberedContact[] =>
  contacts
    .filter(({ role }) => role === 'liaison' || role === 'deputy')
    .filter((contact) => addressesOf(contact).includes(folded(address)))
    .toReversed();
