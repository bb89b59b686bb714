/**
 * What replaces a delivery that failed (docs/rules.md, rule 16): the other channel, then the deputy, then a task for an
 * officer. Nothing, when another delivery of the same step has reached the unit or still may.
 */

import type { MessageKind } from '../plan/message-kinds.ts';
import type { Channel, FallbackPolicy, Slot } from '../plan/policy.ts';
import { MINUTE } from '../time/time.ts';
import { type DeliveryState, hasGone } from './delivery.ts';

export type Tried = {
  readonly slot: Slot;
  readonly channel: Channel;
  readonly state: DeliveryState;
};

export type Fallback =
  | { readonly kind: 'covered' }
  | { readonly kind: 'target'; readonly slot: Slot; readonly channel: 'email' | 'sms' }
  | { readonly kind: 'task' };

const ROUTE: readonly { slot: Slot; channel: 'email' | 'sms' }[] = [
  { slot: 'liaison', channel: 'email' },
  { slot: 'liaison', channel: 'sms' },
  { slot: 'deputy', channel: 'email' },
  { slot: 'deputy', channel: 'sms' },
];

/** @param step all deliveries of the step, including the failed one, with their present states */
export function fallback(kind: MessageKind, failed: Tried, step: readonly Tried[]): Fallback {
  // The page where the report was handed in has shown the receipt already.
  if (kind === 'receipt') return { kind: 'covered' };
  if (failed.channel !== 'email' && failed.channel !== 'sms') return { kind: 'task' };
  if (failed.slot !== 'liaison' && failed.slot !== 'deputy') return { kind: 'task' };
  if (step.some((tried) => isPerson(tried) && mayReach(tried.state))) return { kind: 'covered' };
  const next = ROUTE.find(
    (way) => !step.some((tried) => tried.slot === way.slot && tried.channel === way.channel),
  );
  return next ? { kind: 'target', ...next } : { kind: 'task' };
}

const isPerson = ({ slot, channel }: Tried): boolean =>
  (slot === 'liaison' || slot === 'deputy') && (channel === 'email' || channel === 'sms');

const mayReach = (state: DeliveryState): boolean =>
  state === 'planned' ||
  state === 'held' ||
  state === 'sending' ||
  hasGone(state) ||
  state === 'unknown';

const AT_ONCE: FallbackPolicy = { channelMinutes: 0, deputyMinutes: 0, officerMinutes: 0 };

/** Milliseconds from the failure to the next level. */
export function waitBefore(
  next: Exclude<Fallback, { kind: 'covered' }>,
  failed: Slot,
  policy: FallbackPolicy = AT_ONCE,
): number {
  if (next.kind === 'task') return policy.officerMinutes * MINUTE;
  return (next.slot === failed ? policy.channelMinutes : policy.deputyMinutes) * MINUTE;
}
