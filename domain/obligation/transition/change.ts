/** Input and result of a transition, and helpers to make results. */

import type { DeliveryState } from '../../delivery/delivery.ts';
import type { HeldText } from '../../delivery/message-text.ts';
import type { MessageKind } from '../../plan/message-kinds.ts';
import type { Addressing, Channel, Slot } from '../../plan/policy.ts';
import { type Refusal, refuse } from '../../problem.ts';
import type { RoundPhase } from '../../round/round.ts';
import type { DateRules } from '../../time/due.ts';
import type { Day, Instant } from '../../time/time.ts';
import type { FileRef, Way } from '../act.ts';
import type { Obligation } from '../obligation.ts';
import type { Report } from '../submission.ts';

/** Everything that a decision may depend on. */
export type Situation = {
  readonly phase: RoundPhase;
  readonly before: Obligation;
  readonly receivedAt: Instant;
  readonly rules: DateRules;
  /** The delivery that `release`, `dismiss`, `edit-held` or `resend` names; null when there is none. */
  readonly delivery: NamedDelivery | null;
  /** Reminders by hand so far; numbers the step of `remind`. */
  readonly remindersByHand: number;
  /** Messages sent again so far; numbers the step of `resend`. */
  readonly resends: number;
  /** The unit's unanswered request for a later date. */
  readonly request: OpenRequest | null;
  /** The actor has endorsed the newest version already. */
  readonly endorsed: boolean;
};

export type NamedDelivery = {
  readonly state: DeliveryState;
  readonly kind: MessageKind;
  readonly slot: Slot;
  readonly channel: Channel;
  readonly cycle: number;
  readonly reason: string | null;
  /** It leaves only when a person releases it. */
  readonly needsRelease: boolean;
  /** Something of the same kind, to the same role and channel, is on its way behind it or has got through. */
  readonly isFollowed: boolean;
};

export type ExtensionRequest = {
  readonly until: Day;
  readonly reason: string;
};

/** Numbered from 1 within the obligation. */
type OpenRequest = ExtensionRequest & { readonly number: number };

/** The end of an open request. */
export type RequestAnswer = {
  readonly answer: 'granted' | 'refused' | 'superseded';
  readonly text: string;
};

export type NewSubmission = {
  readonly version: number;
  readonly receivedAt: Instant;
  readonly report: Report;
  readonly way: Way;
  readonly evidence: string;
  /** Handed in after sign-off: kept and shown, not compiled. */
  readonly supplement: boolean;
};

/** A step that a command calls for at once: an answer to the unit, or a reminder by hand. */
type CalledStep = {
  readonly key: string;
  readonly kind: MessageKind;
  /** Absent: the recipients of its kind. */
  readonly addressing?: readonly Addressing[];
};

export type Change = {
  readonly ok: true;
  readonly after: Obligation;
  /** A sentence for the person. */
  readonly message: string;
  readonly submission?: NewSubmission;
  readonly withdrawnVersion?: number;
  readonly steps: readonly CalledStep[];
  readonly delivery?: { readonly key: string; readonly to: 'planned' | 'dismissed' };
  /** Files added to a version. */
  readonly files?: { readonly version: number; readonly files: readonly FileRef[] };
  readonly newRequest?: ExtensionRequest;
  readonly requestAnswer?: RequestAnswer;
  readonly endorsed?: number;
  readonly document?: { readonly key: string; readonly document: HeldText };
  /** What the compiled report shows is different now. */
  readonly reportChanged: boolean;
};

/** With these fields changed and the revision raised. */
export const changed = (before: Obligation, fields: Partial<Obligation>): Obligation => ({
  ...before,
  ...fields,
  rev: before.rev + 1,
});

/** Recorded in the trail; nothing else changes. */
export const recorded = (before: Obligation, message: string): Change => ({
  ok: true,
  after: before,
  message,
  steps: [],
  reportChanged: false,
});

/** Ends an open request for a later date. */
export const answered = (
  { request }: Situation,
  text: string,
  answer: RequestAnswer['answer'] = 'superseded',
): Pick<Change, 'requestAnswer'> => (request === null ? {} : { requestAnswer: { answer, text } });

export const closedBySignOff = (round: string): Refusal =>
  refuse('closed', `${round} 已上报，不能再改动；确需改动，请市金融局先“重新开启”并说明原因。`);
