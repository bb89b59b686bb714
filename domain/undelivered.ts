/** Whether what was last said to a unit got there. */
import type { DeliveryState } from './delivery/delivery.ts';
import type { Slot } from './plan/policy.ts';

const FAILED: readonly DeliveryState[] = ['rejected', 'unknown', 'given up', 'skipped'];

export const hasFailed = (state: DeliveryState): boolean => FAILED.includes(state);

type Part = { readonly slot: Slot; readonly state: DeliveryState };

/** Something of the newest step did not get through to the liaison. */
export const isUndelivered = (message: { readonly parts: readonly Part[] } | undefined): boolean =>
  message?.parts.some((part) => part.slot === 'liaison' && hasFailed(part.state)) ?? false;
