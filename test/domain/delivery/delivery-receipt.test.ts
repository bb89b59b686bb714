import { expect, test } from 'vitest';
import type { DeliveryState } from '../../../domain/delivery/delivery.ts';
import { afterReceipt } from '../../../domain/delivery/delivery-receipt.ts';

test.each<[DeliveryState | 'failed for now', 'delivered' | null, 'rejected' | null]>([
  ['sent', 'delivered', 'rejected'],
  ['unknown', 'delivered', 'rejected'],
  // The first receipt decides; a second, late or contradicting one changes nothing.
  ['delivered', null, null],
  ['rejected', null, null],
  // Never handed over.
  ['planned', null, null],
  ['held', null, null],
  ['sending', null, null],
  ['failed for now', null, null],
  ['given up', null, null],
  ['skipped', null, null],
  ['cancelled', null, null],
  ['dismissed', null, null],
])('what was %s becomes %s by a receipt, %s by a failure', (state, delivered, undelivered) => {
  expect(afterReceipt(state, 'delivered')).toBe(delivered);
  expect(afterReceipt(state, 'undelivered')).toBe(undelivered);
});
