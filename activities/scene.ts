/** What a claim is asked with, what it works on, and what comes of it. */
import type { Obligation } from '../domain/obligation.ts';
import type { Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import type { Delivery } from '../store/deliveries.ts';
import type { Rules } from '../store/rules.ts';
import type { Look, Target } from './look.ts';
import type { MessageToSend } from './message.ts';

export type Claim = { readonly kind: 'nothing to send'; readonly look: Look } | MessageToSend;

export type ClaimInput = {
  readonly obligation: string;
  readonly target: Target;
  readonly attempt: string;
  readonly now: Instant;
};

/** What is true at the moment of the claim; everything in it is protected by the locks. */
export type Scene = ClaimInput & {
  readonly rules: Rules;
  readonly round: Round;
  readonly of: Obligation;
  readonly delivery: Delivery;
  readonly peers: readonly string[];
};
