/** Finds people, contacts and accounts, by an address: e-mail in any case, mobile, or `account:<id>`. */
import type { Role } from '../plan/plan.ts';
import type { AccountRole } from './roles.ts';

/** A contact or account. */
export type PersonOf = {
  readonly name: string;
  readonly role: Role | AccountRole;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly id?: string;
};

export type Account = {
  readonly id: string;
  readonly role: AccountRole;
  readonly name: string;
  readonly email: string | null;
  readonly mobile: string | null;
};

type People = {
  readonly contacts: readonly PersonOf[];
  readonly accounts: readonly Account[];
};

export const ownersOf = ({ contacts, accounts }: People, address: string): PersonOf[] =>
  [...contacts, ...accounts].filter((person) => addressesOf(person).includes(folded(address)));

/** The addresses by which a person can sign in. */
export const addressesOf = ({ email, mobile, id }: PersonOf): string[] =>
  [email && folded(email), mobile, id && `account:${id}`].filter(
    (one) => one != null && one !== '',
  ) as string[];

export const folded = (address: string): string => address.trim().toLowerCase();
