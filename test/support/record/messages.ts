/** Rows of messages and deliveries in round 2018H1: a held letter, a refused notice, a sent mail, a bounce. */

import { randomUUID } from 'node:crypto';
import { deliveryKey } from '../../../domain/delivery/delivery.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { reference } from '../../../gateways/gateway.ts';
import type { Db, Pool } from '../../../store/db/pool.ts';
import type { Delivery } from '../../../store/read/deliveries.ts';
import { insertDeliveries } from '../../../store/write/deliveries.ts';
import { insertMessage, settleMessage } from '../../../store/write/messages.ts';
import { ROUND } from '../people/cast.ts';
import { at } from '../time/dates.ts';

/** A letter to the leader that waits for release. @returns the delivery's key */
export const heldLetter = (pool: Pool, obligation: string, step = 'press-3') =>
  insert(pool, {
    obligation,
    step,
    kind: 'press',
    slot: 'leader',
    channel: 'letter',
    state: 'held',
  });

/** The notice, a mail to the liaison that the server refused. @returns the delivery's key */
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

/** A mail recorded as sent. @returns the message's key */
export async function sentMail(db: Db, address: string, at: Instant): Promise<string> {
  const key = `email#${address}#reminder#${randomUUID()}`;
  const words = { subject: '提醒', text: '请报送。', parts: 1 };
  const by = { owner: key, attempt: 'a', claimedAt: at };
  const mail = { key, channel: 'email', kind: 'reminder', at, person: '联络员', address } as const;
  await insertMessage(db, { ...mail, ...by, words });
  await settleMessage(db, key, 'a', { state: 'sent', providerId: `<${key}>` }, at);
  return key;
}

/** The delivery report of a mail that bounced, as the bounce listener records it. */
export const bounced = (messageKey: string, code = '5.1.1 550') => ({
  channel: 'email' as const,
  key: reference(messageKey),
  providerId: null,
  outcome: 'undelivered' as const,
  code,
  at: null,
});
