/** Deliveries of an obligation of round 2018H1: a letter that is prepared and held, and one that did not get through. */
import { deliveryKey } from '../../../domain/delivery/delivery.ts';
import type { Pool } from '../../../store/db/transaction.ts';
import { type Delivery, insertDeliveries } from '../../../store/write/deliveries.ts';
import { ROUND } from '../people/cast.ts';
import { at } from '../time/dates.ts';

/** A letter to the leader in charge. @returns the delivery's key */
export const heldLetter = (pool: Pool, obligation: string, step = 'press-3') =>
  insert(pool, {
    obligation,
    step,
    kind: 'press',
    slot: 'leader',
    channel: 'letter',
    state: 'held',
  });

/** The notice, as a mail to the liaison that was refused. @returns the delivery's key */
export const failedNotice = (
  pool: Pool,
  obligation: string,
  other: Partial<Omit<Delivery, 'obligation'>> = {},
) =>
  insert(pool, {
    obligation,
    step: 'notice',
    kind: 'notice',
    slot: 'liaison',
    channel: 'email',
    state: 'rejected',
    reason: '550 no such user',
    ...other,
  });

type Made = Pick<Delivery, 'step' | 'kind' | 'slot' | 'channel' | 'state'> &
  Partial<Delivery> & { readonly obligation: string };

async function insert(pool: Pool, made: Made): Promise<string> {
  const moment = at('2018-07-12 09:00');
  const key = deliveryKey(made.obligation, 1, made.step, made.slot, made.channel);
  await insertDeliveries(pool, [
    {
      key,
      round: ROUND,
      cycle: 1,
      at: moment,
      notAfter: moment,
      insteadOf: null,
      person: null,
      message: null,
      content: made.channel === 'letter' ? {} : null,
      reason: null,
      settledAt: null,
      ...made,
    },
  ]);
  return key;
}
