/** A step of an obligation as recorded. */
import type { MessageKind } from '../plan/message-kinds.ts';
import type { Addressing, Channel, Slot } from '../plan/policy.ts';
import type { Instant } from '../time/time.ts';

/** A step is `performed` once all of its deliveries exist, in any state. */
export type StepState = 'planned' | 'performed' | 'skipped' | 'cancelled';

export type Step = {
  readonly obligation: string;
  readonly cycle: number;
  readonly key: string;
  readonly kind: MessageKind;
  readonly state: StepState;
  readonly at: Instant;
  /** The end of the part of the send window that holds `at`; attempts after it send nothing. */
  readonly notAfter: Instant;
  /** The planned moment, before a closed window or a promise moved the step. */
  readonly firstAt: Instant;
  readonly addressing: readonly Addressing[];
  readonly reason: string | null;
};

/** One slot and channel of a step: at most one delivery. */
type Target = { readonly slot: Slot; readonly channel: Channel; readonly held: boolean };

export const targetsOf = (addressing: readonly Addressing[]): Target[] =>
  addressing.flatMap((to) =>
    to.channels.map((channel) => ({ slot: to.slot, channel, held: to.release === 'held' })),
  );
