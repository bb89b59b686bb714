/** Input and result of a preview. */

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
  /** Including contacts. */
  readonly plan: Plan;
  /** Empty for a plan that is not imported yet. */
  readonly leaves: readonly Leave[];
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  /** When the year is started late; past steps then do not pile up (docs/rules.md, rule 15). Null: in time for each opening. */
  readonly startedAt: Instant | null;
  readonly demonstration: boolean;
  /** The address at which units hand in online. */
  readonly online?: string | undefined;
  /** For an SMS provider that takes approved texts only. */
  readonly choose?: SmsChoice | undefined;
};

/** One message. A letter or slip is prepared at `at`, and sent only when a person releases it. */
export type Preview = {
  readonly at: Instant;
  readonly period: string;
  /** Codes and names of its units, joined when there are several. */
  readonly unit: string;
  readonly unitName: string;
  /** Key of the step, e.g. `reminder-5`; for a digest e.g. `call-list`. */
  readonly step: string;
  readonly kind: MessageKind;
  readonly channel: Exclude<Channel, 'task'>;
  readonly person: string;
  /** In full: mask a mobile before showing it. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly parts: number;
};

/** Its text is rendered on demand: a page shows a few of thousands. */
export type PlannedMessage = Omit<Preview, keyof PreviewWords> & {
  readonly words: () => PreviewWords;
};
export type PreviewWords = Pick<Preview, 'subject' | 'text' | 'parts'>;

/** Input of the parts of a preview. */
export type PreviewedRound = PreviewInput & {
  readonly period: Period;
  readonly dates: RoundDates;
  readonly startedAt: Instant;
  readonly obligations: readonly Obligation[];
};
