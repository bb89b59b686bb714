/** A step of an obligation as the record holds it. */
import type { MessageKind } from '../plan/message-kinds.ts';
import type { Addressing, Channel, Slot } from '../plan/policy.ts';
import type { Instant } from '../time/time.ts';

export type Step = {
  readonly obligation: string;
  readonly cycle: number;
  readonly key: string;
  readonly kind: MessageKind;
  readonly state: StepState;
  readonly at: Instant;
  /** The end of the send window `at` lies in: an attempt after it sends nothing. */
  readonly notAfter: Instant;
  /** Where the step stood before a closed window or a promise moved it. */
  readonly firstAt: Instant;
  readonly addressing: readonly Addressing[];
  readonly reason: string | null;
};

/** One slot and channel of a step: one delivery, if it comes to that. */
type Target = { readonly slot: Slot; readonly channel: Channel; readonly held: boolean };

export const targetsOf = (addressing: readonly Addressing[]): Target[] =>
  addressing.flatMap((to) =>
    to.channels.map((channel) => ({ slot: to.slot, channel, held: to.release === 'held' })),
  );

/** A step is `performed` once each of its deliveries exists (whatever became of them). */
export type StepState = 'planned' | 'performed' | 'skipped' | 'cancelled';
