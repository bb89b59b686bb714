/** Who is signed in, by name and role. */

import type { Account } from '../../../../domain/people/address-owners.ts';
import { addressesOf, type PersonOf } from '../../../../domain/people/address-owners.ts';
import type { Unit } from '../../../../domain/plan/plan.ts';
import type { NumberedContact } from '../../../../domain/plan-change/situation.ts';
import type { SignedIn } from '../../../../store/visit/sessions.ts';
import { pageOf } from '../../shared/paging.ts';

export type ShownSession = {
  readonly session: SignedIn;
  /** Empty when no contact or account has the address any more, and for the link printed in the terminal. */
  readonly people: readonly (PersonOf & { readonly unitName: string | null })[];
};

export type SignedInView = {
  readonly sessions: readonly ShownSession[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
};

type Roster = {
  readonly units: readonly Unit[];
  readonly contacts: readonly NumberedContact[];
  readonly accounts: readonly Account[];
};

const SIZE = 100;

/** Searches names of people and units only: an e-mail address or mobile must not appear in a URL. */
export function signedInView(
  roster: Roster,
  sessions: readonly SignedIn[],
  asked: { readonly search: string; readonly page: number },
): SignedInView {
  const peopleAt = peopleByAddress(roster);
  const found = sessions
    .map((session) => ({ session, people: peopleAt.get(session.address.toLowerCase()) ?? [] }))
    .filter(({ people }) => asked.search === '' || people.some(matches(asked.search)));
  const { rows, page, pages } = pageOf(found, asked.page, SIZE);
  return { sessions: rows, found: found.length, page, pages };
}

type Shown = ShownSession['people'][number];

function peopleByAddress({ units, contacts, accounts }: Roster): Map<string, Shown[]> {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const people = [
    ...contacts.map((one) => ({ ...one, unitName: names.get(one.unit) ?? one.unit })),
    ...accounts.map((one) => ({ ...one, unitName: null })),
  ];
  const at = new Map<string, Shown[]>();
  for (const person of people) {
    for (const address of addressesOf(person)) {
      at.set(address, [...(at.get(address) ?? []), person]);
    }
  }
  return at;
}

const matches =
  (search: string) =>
  ({ name, unitName }: Shown): boolean =>
    name.includes(search) || (unitName ?? '').includes(search);
