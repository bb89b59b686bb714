/** What was last said to a unit, and whether it got there. */
import type { DeliveryState } from '../../domain/delivery.ts';
import type { ContactsMade, LastMessage } from '../../store/web-pages.ts';

const FAILED: readonly DeliveryState[] = ['rejected', 'unknown', 'given up', 'skipped'];

const hasFailed = (state: DeliveryState): boolean => FAILED.includes(state);

/** ✓ handed over, ✓✓ arrived, ✗ not, … still at it; the word stands beside it. */
export const signOf = (state: DeliveryState): string => {
  if (state === 'delivered') return '✓✓';
  if (state === 'sent') return '✓';
  return hasFailed(state) ? '✗' : '…';
};

/** Something of the newest step did not get through to the liaison. */
export const isUndelivered = (message: LastMessage | undefined): boolean =>
  message?.parts.some((part) => part.slot === 'liaison' && hasFailed(part.state)) ?? false;

/** The newer of message and call. */
export function lastContact(made: ContactsMade, obligation: string) {
  const message = made.messages.get(obligation);
  const call = made.calls.get(obligation);
  return call && (!message || call.at > message.at) ? { call } : { message };
}
