/** The bureau's officers: each reads the morning's digest; what is told of one event goes to the first of them. */
import type { Contact } from '../plan/plan.ts';

/** In the order of the roster. */
export const officersAmong = (contacts: readonly Contact[], bureau: string): Contact[] =>
  contacts.filter((contact) => contact.unit === bureau && contact.role === 'officer');

/** Places in that order of those to write to, each mailbox once; the first when nobody has one, so that it shows. */
export function placesToWrite(officers: readonly Contact[]): number[] {
  const addresses = officers.map((officer) => officer.email?.toLowerCase() ?? null);
  const places = addresses.flatMap((address, place) =>
    address !== null && addresses.indexOf(address) === place ? [place] : [],
  );
  return places.length === 0 ? [0] : places;
}

/** The key of the step that each of them gets of one day; the first has no number. */
export const morningStep = (on: string, place: number): string =>
  place === 0 ? `morning-${on}` : `morning-${on}-${place + 1}`;
