/** Commands of a person or another system. Each is recorded with its outcome, also when refused: the audit trail. */

import type { ObligationAct } from './obligation/act.ts';
import type { ObligationState } from './obligation/obligation.ts';
import type { PlanAct } from './plan-change/act.ts';
import type { ProblemCode } from './problem.ts';
import type { RoundAct, YearAct } from './round/round.ts';
import type { Instant } from './time/time.ts';

export type Actor = {
  readonly kind: 'unit' | 'bureau' | 'administrator' | 'system';
  readonly name: string;
};

/** What the page had shown. A command is refused when others have acted since. */
export type Seen =
  /** Number of the newest entry of the trail. */
  | { readonly entry: number }
  /** For handing in: the newest version, and the number of the saved draft if one was shown. */
  | { readonly version: number; readonly draft?: number };

type Envelope = {
  /** Made once by the form or the command line; the key of the outcome. */
  readonly id: string;
  readonly actor: Actor;
  /** Read once from the injected clock, before the transaction begins. */
  readonly receivedAt: Instant;
  /** Compared under the command's locks; absent when nothing was shown. */
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
