/** What a claim is asked with, what it works on, and what comes of it. */
import type { Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Delivery } from '../../store/read/deliveries.ts';
import type { FoundPeer, Known } from '../../store/write/claim.ts';
import type { LockedTogether } from '../../store/write/locked.ts';
import type { MessageToSend } from '../message.ts';
import type { Look, Target } from '../obligation/look.ts';

export type Claim = { readonly kind: 'nothing to send'; readonly look: Look } | MessageToSend;

export type ClaimInput = {
  readonly obligation: string;
  readonly target: Target;
  readonly attempt: string;
  readonly now: Instant;
};

/** Another obligation of the same message; what goes along is the delivery of this step, to this slot, by its channel. */
export type Peer = Pick<FoundPeer, 'obligation' | 'cycle' | 'step'> & { readonly slot: Slot };

/** What is true at the moment of the claim; everything in it is protected by the locks. */
export type Scene = ClaimInput &
  LockedTogether &
  Pick<Known, 'of' | 'roster'> & {
    readonly delivery: Delivery;
    readonly peers: readonly Peer[];
  };
