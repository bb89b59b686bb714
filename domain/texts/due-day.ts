/** The date that a text prints, and whether it is past (docs/rules.md, rules 1 and 12). */

import { yearOf } from '../time/dates-in-words.ts';
import type { Day, Instant } from '../time/time.ts';
import type { About, MessageFacts } from './facts.ts';

/** The day to print: the date as written, unless an earlier day decides. */
export function dueDay({ nominalDue, effectiveDue }: Dated): Day {
  const broughtForward = effectiveDue < nominalDue;
  return broughtForward ? effectiveDue : nominalDue;
}

/** The year that dates in the text need not repeat. */
export const dueYear = (about: Pick<Dated, 'nominalDue'>): string => yearOf(about.nominalDue);

/** A notice of a round opened late, or a reminder by hand, may be sent after the due instant. */
export const isPastDue = (about: About, asOf: Instant): boolean => asOf > about.dueAt;

/** The obligation that gives a message its period and year. @throws when the message is about none */
export function firstOf(facts: MessageFacts): About {
  const [first] = facts.about;
  if (first === undefined) throw new Error(`a ${facts.kind} message without an obligation`);
  return first;
}

/** The obligation that is due first: an SMS has room for one date. */
export const earliest = (facts: MessageFacts): About =>
  facts.about.reduce((first, each) => (each.dueAt < first.dueAt ? each : first), firstOf(facts));

/** The date before an extension to a later day; null when there was none. */
export function extendedFrom({ extended, nominalDue }: About): Day | null {
  if (extended?.until !== nominalDue || extended.previous >= nominalDue) return null;
  return extended.previous;
}

/** The day given for making good, if it is not past. */
export const makeGoodBy = ({ makeGoodBy: by }: About, today: Day): Day | null =>
  by === null || by < today ? null : by;

/** A due date, whether of one obligation or of the whole round. */
export type Dated = Pick<About, 'nominalDue' | 'effectiveDue' | 'dueAt'>;
