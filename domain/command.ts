/** What a person, or another system, does. Each is kept with its outcome, also when it is refused: the audit trail. */
import type { ObligationState } from './obligation.ts';
import type { ProblemCode } from './problem.ts';
import type { Report } from './submission.ts';
import type { Day, Instant } from './time.ts';

export type Actor = {
  readonly kind: 'unit' | 'bureau' | 'administrator' | 'system';
  readonly name: string;
};

/** How a report came. `online` covers page and command line; the others are entered by an officer (代录). */
export const WAYS = ['online', 'oa', 'mail', 'paper', 'messenger', 'other'] as const;
export type Way = (typeof WAYS)[number];

export type ObligationAct =
  | { readonly kind: 'submit'; readonly report: Report }
  | {
      readonly kind: 'record';
      readonly report: Report;
      readonly way: Way;
      /** When the bureau really received it: that is what on time is judged by. */
      readonly actuallyReceivedAt: Instant;
      readonly evidence: string;
    }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | {
      readonly kind: 'return';
      readonly version: number;
      readonly reason: string;
      readonly until: Day;
    }
  | { readonly kind: 'accept'; readonly version: number }
  | { readonly kind: 'extend'; readonly until: Day; readonly reason: string }
  | { readonly kind: 'withdraw-extension'; readonly reason: string }
  | { readonly kind: 'waive'; readonly reason: string }
  | { readonly kind: 'confirm' }
  | {
      readonly kind: 'call';
      readonly who: string;
      readonly answer: string;
      readonly promisedOn: Day | null;
    }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'remind' }
  | { readonly kind: 'release'; readonly delivery: string }
  | { readonly kind: 'dismiss'; readonly delivery: string; readonly reason: string };

export type RoundAct =
  | { readonly kind: 'open' }
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'move-date'; readonly to: Day; readonly reason: string }
  | { readonly kind: 'compile' }
  | { readonly kind: 'sign-off'; readonly version: number }
  | { readonly kind: 'reopen'; readonly reason: string }
  | { readonly kind: 'pause'; readonly reason: string }
  | { readonly kind: 'resume' };

export type YearAct =
  | { readonly kind: 'start-year' }
  | { readonly kind: 'cancel-year'; readonly reason: string };

type Envelope = {
  /** Drawn once, in the form or by the command line; the key of the outcome. */
  readonly id: string;
  readonly actor: Actor;
  /** Taken once, at the edge, from the injected clock, before the transaction begins. */
  readonly receivedAt: Instant;
};

export type ObligationCommand = Envelope & {
  readonly obligation: string;
  readonly act: ObligationAct;
};
export type RoundCommand = Envelope & { readonly round: string; readonly act: RoundAct };
export type YearCommand = Envelope & { readonly year: string; readonly act: YearAct };
export type Command = ObligationCommand | RoundCommand | YearCommand;

export type Done = {
  readonly ok: true;
  readonly command: string;
  readonly kind: string;
  readonly receivedAt: Instant;
  /** A sentence for the person. */
  readonly message: string;
  readonly state?: ObligationState;
  readonly version?: number;
  readonly late?: boolean;
  readonly supplement?: boolean;
  /** Receipt number 回执号 of a submission. */
  readonly receipt?: string;
  readonly outstanding?: number;
};
export type Refused = {
  readonly ok: false;
  readonly command: string;
  readonly kind: string;
  readonly code: ProblemCode;
  readonly message: string;
};
export type Outcome = Done | Refused;
