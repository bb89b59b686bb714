/** Whose an address is: contacts of the roster and accounts, by e-mail in any spelling, mobile, or `account:<id>`. */
import type { Role } from '../plan/plan.ts';
import type { AccountRole } from './roles.ts';

/** Somebody who can sign in, as far as addresses and names go. */
export type PersonOf = {
  readonly name: string;
  readonly role: Role | AccountRole;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly id?: string;
};

type People = {
  readonly contacts: readonly PersonOf[];
  readonly accounts: readonly Account[];
};

export const ownersOf = ({ contacts, accounts }: People, address: string): PersonOf[] =>
  [...contacts, ...accounts].filter((person) => addressesOf(person).includes(folded(address)));

/** By any of these a person may be signed in. */
export const addressesOf = ({ email, mobile, id }: PersonOf): string[] =>
  [email && folded(email), mobile, id && `account:${id}`].filter(
    (one) => one != null && one !== '',
  ) as string[];

export const folded = (address: string): string => address.trim().toLowerCase();

export type Account = {
  readonly id: string;
  readonly role: AccountRole;
  readonly name: string;
  readonly email: string | null;
  readonly mobile: string | null;
};
