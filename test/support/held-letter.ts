/** A letter to the leader in charge, prepared and held, of an obligation of round 2018H1. */
import { deliveryKey } from '../../domain/delivery.ts';
import { insertDeliveries } from '../../store/deliveries.ts';
import type { Pool } from '../../store/pool.ts';
import { ROUND } from './cast.ts';
import { at } from './dates.ts';

/** @returns the delivery's key */
export async function heldLetter(pool: Pool, obligation: string, step = 'press-3') {
  const key = deliveryKey(obligation, 1, step, 'leader', 'letter');
  const moment = at('2018-07-19 09:00');
  await insertDeliveries(pool, [
    {
      key,
      round: ROUND,
      obligation,
      cycle: 1,
      step,
      kind: 'press',
      slot: 'leader',
      channel: 'letter',
      state: 'held',
      at: moment,
      notAfter: moment,
      insteadOf: null,
      person: null,
      message: null,
      content: {},
      reason: null,
      settledAt: null,
    },
  ]);
  return key;
}
