/**
 * Before a round opens each unit's liaison is asked whether the people it names still hold: one mail a person, whatever
 * number of units they answer for.
 */

import type { ContactDetails } from '../plan/plan.ts';
import type { Day, Instant } from '../time/time.ts';
import { type WorkCalendar, workdaysAfter } from '../time/workdays.ts';
import type { Reached } from './leave.ts';
import { addressIn, type Roster, reachedOn } from './recipient.ts';

/**
 * - `asked`     the mail was sent, or is to be; no answer yet
 * - `confirmed` nothing has changed
 * - `named`     the unit has named others; an officer has to accept them
 * - `changed`   others are in force
 * - `skipped`   not asked, with the reason
 */
export type CheckState = 'asked' | 'confirmed' | 'named' | 'changed' | 'skipped';

/** Whom a unit names; without a deputy the present one stays. */
export type Proposal = {
  readonly liaison: ContactDetails;
  readonly deputy: ContactDetails | null;
};

export type ContactCheck = {
  readonly round: string;
  readonly unit: string;
  readonly state: CheckState;
  readonly proposal: Proposal | null;
  readonly reason: string | null;
  readonly askedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string | null;
};

/**
 * Whom to ask about a unit: the liaison, or the deputy where the liaison has no mailbox that works; null when neither has.
 * @param dead mailboxes that mail came back from
 */
export function personToAsk(
  roster: Roster,
  unit: string,
  day: Day,
  dead: { has(address: string): boolean } = new Set(),
): { readonly person: Reached; readonly address: string } | null {
  for (const role of ['liaison', 'deputy'] as const) {
    const person = reachedOn(roster, unit, role, day);
    const address = person && addressIn(person, 'email');
    if (person && address && !dead.has(address)) return { person, address };
  }
  return null;
}

/** Working days that must lie between the question and the opening for an answer to be of use. */
const TIME_TO_ANSWER = 2;

/** Why nobody is asked at that moment; null when there is time. */
export function tooLateToAsk(
  at: Instant,
  opensAt: Instant,
  { calendar, dayOf }: { readonly calendar: WorkCalendar; readonly dayOf: (at: Instant) => Day },
): string | null {
  if (at >= opensAt) return '批次已开启，不再核对联络员';
  const answered = workdaysAfter(calendar, dayOf(at), TIME_TO_ANSWER);
  return answered > dayOf(opensAt) ? `离开启不足${TIME_TO_ANSWER}个工作日，来不及核对联络员` : null;
}
