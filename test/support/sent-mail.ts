/** A mail that stands in the record as handed over. */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/transaction.ts';
import { insertMessage, settleMessage } from '../../store/write/messages.ts';

/** @returns its key */
export async function sentMail(db: Db, address: string, at: Instant): Promise<string> {
  const key = `email#${address}#reminder#${randomUUID()}`;
  const words = { subject: '提醒', text: '请报送。', parts: 1 };
  const by = { owner: key, attempt: 'a', claimedAt: at };
  const mail = { key, channel: 'email', kind: 'reminder', at, person: '联络员', address } as const;
  await insertMessage(db, { ...mail, ...by, words });
  await settleMessage(db, key, 'a', { state: 'sent', providerId: `<${key}>` }, at);
  return key;
}
