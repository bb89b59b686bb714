/** What a preview is asked with, and what comes out of it. */

import type { Obligation } from '../obligation/obligation.ts';
import type { Leave } from '../people/leave.ts';
import type { MessageKind } from '../plan/message-kinds.ts';
import type { Plan } from '../plan/plan.ts';
import type { Channel } from '../plan/policy.ts';
import type { RoundDates } from '../round/round.ts';
import type { SmsChoice } from '../texts/messages/unit-message.ts';
import type { Period } from '../time/period.ts';
import type { Instant, Zone } from '../time/time.ts';
import type { WorkCalendar } from '../time/workdays.ts';

export type PreviewInput = {
  /** With its contacts. */
  readonly plan: Plan;
  /** Who is away when; none in a plan that is only a folder yet. */
  readonly leaves: readonly Leave[];
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  /** Started only now: what is past by then does not pile up (rule 15). Null: in time for each round's opening. */
  readonly startedAt: Instant | null;
  readonly demonstration: boolean;
  /** Where units hand in online, as the texts name it. */
  readonly online?: string | undefined;
  /** The SMS provider's choice, where it takes approved texts only. */
  readonly choose?: SmsChoice | undefined;
};

/** One message; a letter or slip is prepared then, and leaves only when a person lets it go. */
export type Preview = {
  readonly at: Instant;
  readonly period: string;
  /** Codes and names of the units it is about; several are joined when one person answers for them. */
  readonly unit: string;
  readonly unitName: string;
  /** Key of the step, e.g. `reminder-5`; of a digest what it tells of, e.g. `call-list`. */
  readonly step: string;
  readonly kind: MessageKind;
  readonly channel: Exclude<Channel, 'task'>;
  readonly person: string;
  /** Address or mobile in full: mask a mobile before it is shown. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly parts: number;
};

/** What a message says is worked out when asked for: of thousands a page shows a few. */
export type PlannedMessage = Omit<Preview, keyof PreviewWords> & {
  readonly words: () => PreviewWords;
};
export type PreviewWords = Pick<Preview, 'subject' | 'text' | 'parts'>;

/** What the parts of a preview are asked with. */
export type PreviewedRound = PreviewInput & {
  readonly period: Period;
  readonly dates: RoundDates;
  readonly startedAt: Instant;
  readonly obligations: readonly Obligation[];
};
