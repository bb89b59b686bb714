/** What a person, or another system, does. Each is kept with its outcome, also when it is refused: the audit trail. */

import type { ObligationState } from './obligation/obligation.ts';
import type { Report } from './obligation/submission.ts';
import type { PlanAct } from './plan-change/act.ts';
import type { ProblemCode } from './problem.ts';
import type { DocumentText } from './texts/facts.ts';
import type { Day, Instant } from './time/time.ts';

export type Actor = {
  readonly kind: 'unit' | 'bureau' | 'administrator' | 'system';
  readonly name: string;
};

/** How a report came. `online` covers page and command line; the others are entered by an officer (代录). */
export const WAYS = ['online', 'oa', 'mail', 'paper', 'messenger', 'other'] as const;
export type Way = (typeof WAYS)[number];

/** A file as a command names it: the trail then proves what belonged to which version. */
export type FileRef = { readonly id: string; readonly name: string; readonly sha256: string };

export type ObligationAct =
  | {
      readonly kind: 'submit';
      readonly report: Report;
      readonly attachments?: readonly FileRef[];
    }
  | {
      readonly kind: 'record';
      readonly report: Report;
      readonly way: Way;
      /** When the bureau really received it: that is what on time is judged by. */
      readonly actuallyReceivedAt: Instant;
      readonly evidence: string;
      readonly attachments?: readonly FileRef[];
    }
  /** The signed page of a version, which may follow. */
  | { readonly kind: 'add-scan'; readonly version: number; readonly scan: FileRef }
  /** A leader of the unit has read a version and agrees (阅示). */
  | { readonly kind: 'endorse'; readonly version: number }
  /** The unit asks for a later date; `extend` grants it. */
  | { readonly kind: 'ask-extension'; readonly until: Day; readonly reason: string }
  | { readonly kind: 'refuse-extension'; readonly reason: string }
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
  /** Again to the same role and channel, at the address as it is now. */
  | { readonly kind: 'resend'; readonly delivery: string }
  /** A held letter or slip in other words. */
  | { readonly kind: 'edit-held'; readonly delivery: string; readonly document: DocumentText }
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
  /** With units that nothing can reach only when somebody says so. */
  | { readonly kind: 'start-year'; readonly withUnreachable?: boolean }
  | { readonly kind: 'cancel-year'; readonly reason: string };

/** What the page had shown on which somebody acts; what others did since has not been judged. */
export type Seen =
  /** The newest entry of the trail. */
  | { readonly entry: number }
  /** Before handing in: the newest version, and the unit's draft as it was saved where that was shown. */
  | { readonly version: number; readonly draft?: number };

type Envelope = {
  /** Drawn once, in the form or by the command line; the key of the outcome. */
  readonly id: string;
  readonly actor: Actor;
  /** Taken once, at the edge, from the injected clock, before the transaction begins. */
  readonly receivedAt: Instant;
  /** Compared under the command's own locks; absent where nothing was shown. */
  readonly seen?: Seen | undefined;
};

export type ObligationCommand = Envelope & {
  readonly obligation: string;
  readonly act: ObligationAct;
};
export type RoundCommand = Envelope & { readonly round: string; readonly act: RoundAct };
export type YearCommand = Envelope & { readonly year: string; readonly act: YearAct };
export type PlanCommand = Envelope & { readonly plan: string; readonly act: PlanAct };
export type Command = ObligationCommand | RoundCommand | YearCommand | PlanCommand;

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
