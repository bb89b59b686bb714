/** Which contacts somebody who is signed in is themselves, as against those whom they stand in for. */
import { addressesOf, folded } from '../../domain/people/address-owners.ts';
import type { NumberedContact } from '../../domain/plan-change/situation.ts';

/** Liaison or deputy, of whatever units; the later places first. */
export const ownContacts = (
  contacts: readonly NumberedContact[],
  address: string,
): NumberedContact[] =>
  contacts
    .filter(({ role }) => role === 'liaison' || role === 'deputy')
    .filter((contact) => addressesOf(contact).includes(folded(address)))
    .toReversed();
