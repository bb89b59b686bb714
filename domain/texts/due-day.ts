/** Which date of an obligation a text prints, and whether it is over. Rules 1 and 12 of the field. */

import { yearOf } from '../time/dates-in-words.ts';
import type { Day, Instant } from '../time/time.ts';
import type { About, MessageFacts } from './facts.ts';

/** The day to print: the nominal one, unless lateness is judged by an earlier one. */
export function dueDay({ nominalDue, effectiveDue }: Dated): Day {
  const broughtForward = effectiveDue < nominalDue;
  return broughtForward ? effectiveDue : nominalDue;
}

/** The year that dates in the text need not repeat. */
export const dueYear = (about: Pick<Dated, 'nominalDue'>): string => yearOf(about.nominalDue);

/** Also a notice of a round opened late, or a reminder by hand, may come after the due instant. */
export const isPastDue = (about: About, asOf: Instant): boolean => asOf > about.dueAt;

/** The obligation that gives a message its period and year; a message about nothing is a mistake of the caller. */
export function firstOf(facts: MessageFacts): About {
  const [first] = facts.about;
  if (first === undefined) throw new Error(`a ${facts.kind} message without an obligation`);
  return first;
}

/** The obligation that is due first: an SMS has room for one date only. */
export const earliest = (facts: MessageFacts): About =>
  facts.about.reduce((first, each) => (each.dueAt < first.dueAt ? each : first), firstOf(facts));

/** The day before which an extension has moved the date that stands now; null when none did. */
export function extendedFrom({ extended, nominalDue }: About): Day | null {
  if (extended?.until !== nominalDue || extended.previous >= nominalDue) return null;
  return extended.previous;
}

/** The day up to which a last request gives time; null when the record gives none that is still ahead. */
export const makeGoodBy = ({ makeGoodBy: by }: About, today: Day): Day | null =>
  by === null || by < today ? null : by;

/** A due date, whether of one obligation or of the whole round. */
export type Dated = Pick<About, 'nominalDue' | 'effectiveDue' | 'dueAt'>;
