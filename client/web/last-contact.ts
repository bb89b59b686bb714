/** What was last said to a unit, and whether it got there. */
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import { hasFailed } from '../../domain/undelivered.ts';
import type { ContactsMade } from '../../store/read/last-contact.ts';

/** ✓ handed over, ✓✓ arrived, ✗ not, … still at it; the word stands beside it. */
export const signOf = (state: DeliveryState): string => {
  if (state === 'delivered') return '✓✓';
  if (state === 'sent') return '✓';
  return hasFailed(state) ? '✗' : '…';
};

/** The newer of message and call. */
export function lastContact(made: ContactsMade, obligation: string) {
  const message = made.messages.get(obligation);
  const call = made.calls.get(obligation);
  return call && (!message || call.at > message.at) ? { call } : { message };
}
