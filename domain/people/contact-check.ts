/**
 * The question before a round whether a unit's liaison and deputy are still the ones: one mail for each person, about all of
 * their units.
 */

import type { ContactDetails } from '../plan/plan.ts';
import type { Day, Instant } from '../time/time.ts';
import { type WorkCalendar, workdaysAfter } from '../time/workdays.ts';
import type { Reached } from './leave.ts';
import { addressIn, type Roster, reachedOn } from './recipient.ts';

/**
 * - `asked`     the mail is planned or sent, without an answer yet
 * - `confirmed` the contacts are still right
 * - `named`     the unit has named others, which an officer has to accept
 * - `changed`   the named contacts are in force
 * - `skipped`   not asked, with the reason
 */
export type CheckState = 'asked' | 'confirmed' | 'named' | 'changed' | 'skipped';

/** The contacts that a unit names; without a deputy the present one stays. */
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
 * The liaison, or the deputy when the liaison has no working mailbox; null when neither has one.
 * @param dead mailboxes whose mail bounced
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

/** Working days between the question and the opening, at least. */
const TIME_TO_ANSWER = 2;

/** Why it is too late to ask at that moment; null when it is not. */
export function tooLateToAsk(
  at: Instant,
  opensAt: Instant,
  { calendar, dayOf }: { readonly calendar: WorkCalendar; readonly dayOf: (at: Instant) => Day },
): string | null {
  if (at >= opensAt) return '批次已开启，不再核对联络员';
  const answered = workdaysAfter(calendar, dayOf(at), TIME_TO_ANSWER);
  return answered > dayOf(opensAt) ? `离开启不足${TIME_TO_ANSWER}个工作日，来不及核对联络员` : null;
}
