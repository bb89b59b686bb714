/** The bureau's officers. All of them get the morning digest; other digests go to the first. */
import type { Contact } from '../plan/plan.ts';

/** In the order of the roster. */
export const officersAmong = (contacts: readonly Contact[], bureau: string): Contact[] =>
  contacts.filter((contact) => contact.unit === bureau && contact.role === 'officer');

/** Indexes of the officers to write to, each mailbox once. Without any mailbox the first, so that the failure shows. */
export function placesToWrite(officers: readonly Contact[]): number[] {
  const addresses = officers.map((officer) => officer.email?.toLowerCase() ?? null);
  const places = addresses.flatMap((address, place) =>
    address !== null && addresses.indexOf(address) === place ? [place] : [],
  );
  return places.length === 0 ? [0] : places;
}

/** The step key of an officer's digest of one day; the first officer's has no number. */
export const morningStep = (on: string, place: number): string =>
  place === 0 ? `morning-${on}` : `morning-${on}-${place + 1}`;
