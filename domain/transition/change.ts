/** What a transition is judged on and what comes out of it. */

import type { Way } from '../command.ts';
import type { DeliveryState } from '../delivery.ts';
import type { Due, Obligation, RoundPhase } from '../obligation.ts';
import type { ReplyKind, StepKind } from '../policy.ts';
import type { ProblemCode } from '../problem.ts';
import type { Report } from '../submission.ts';
import type { Day, Instant } from '../time.ts';

/** The plan's rules of dates, with its calendar and zone already inside; made outside the domain's rules. */
export type DateRules = {
  /** A day of the calendar as a due date of this plan. */
  dueOn(nominal: Day): Due;
  dayOf(at: Instant): Day;
  nextWorkday(after: Day): Day;
};

/** All that a judgement may look at. */
export type Situation = {
  readonly phase: RoundPhase;
  readonly before: Obligation;
  readonly receivedAt: Instant;
  readonly rules: DateRules;
  /** State of the held document that `release` and `dismiss` name; null when there is none of that key. */
  readonly held: DeliveryState | null;
  /** How often this obligation was reminded by hand already; numbers the step of `remind`. */
  readonly remindersByHand: number;
};

export type NewSubmission = {
  readonly version: number;
  readonly receivedAt: Instant;
  readonly report: Report;
  readonly way: Way;
  readonly evidence: string;
  /** Came after sign-off: kept and shown, not compiled. */
  readonly supplement: boolean;
};

/** A step that a command calls for at once: an answer to the unit, or a reminder by hand. */
type CalledStep = { readonly key: string; readonly kind: StepKind | ReplyKind };

export type Change = {
  readonly ok: true;
  readonly after: Obligation;
  /** A sentence for the person. */
  readonly message: string;
  readonly submission?: NewSubmission;
  readonly withdrawnVersion?: number;
  readonly steps: readonly CalledStep[];
  readonly delivery?: { readonly key: string; readonly to: 'planned' | 'dismissed' };
  /** What the compiled report shows is different now. */
  readonly reportChanged: boolean;
};

export type Refusal = { readonly ok: false; readonly code: ProblemCode; readonly message: string };

export const refuse = (code: ProblemCode, message: string): Refusal => ({
  ok: false,
  code,
  message,
});

/** The obligation with those fields changed and its revision raised. */
export const changed = (before: Obligation, fields: Partial<Obligation>): Obligation => ({
  ...before,
  ...fields,
  rev: before.rev + 1,
});

/** Recorded in the trail, nothing else changes. */
export const recorded = (before: Obligation, message: string): Change => ({
  ok: true,
  after: before,
  message,
  steps: [],
  reportChanged: false,
});

export const inWords = (day: Day): string =>
  `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

export const closedBySignOff = (round: string): Refusal =>
  refuse('closed', `${round} 已上报，不能再改动；确需改动，请市金融局先“重新开启”并说明原因。`);
