/** The provider is asked three times about an SMS without a receipt, and then no more. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pollReceipts } from '../../../activities/receipts/poll-receipts.ts';
import { HOUR, type Instant, instant, MINUTE, plus } from '../../../domain/time/time.ts';
import { GatewayError } from '../../../gateways/gateway.ts';
import { insertMessage, settleMessage } from '../../../store/write/messages.ts';
import { createDatabase, type TestDatabase } from '../../support/record/database.ts';
import { at } from '../../support/time/dates.ts';

const SENT = at('2018-07-17 10:30');
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  for (const name of ['silent', 'broken']) await send(name);
});
afterAll(() => database.drop());

async function send(name: string): Promise<void> {
  await insertMessage(database.pool, {
    key: name,
    channel: 'sms',
    kind: 'chase',
    at: SENT,
    person: name,
    address: `1390000${name.length}`,
    owner: name,
    attempt: 'one',
    claimedAt: SENT,
    words: { subject: '', text: '【市金融局】', parts: 1 },
  });
  const outcome = { state: 'sent' as const, providerId: `id-${name}` };
  await settleMessage(database.pool, name, 'one', outcome, SENT);
}

const asked: string[] = [];
const ask = (now: Instant) =>
  pollReceipts({
    pool: database.pool,
    now: async () => now,
    offset: 0,
    sms: {
      send: async () => ({ providerId: '' }),
      async pollReceipts({ providerId, sentAt }) {
        asked.push(providerId);
        expect(sentAt.getTime()).toBe(SENT);
        if (providerId === 'id-broken') throw new GatewayError('sms: HTTP 503');
        return [];
      },
    },
  });

test.each<[string, number, boolean]>([
  ['after ten minutes nobody asks', 10 * MINUTE, false],
  [
    'after 21 minutes the provider is asked, about the others also when one question fails',
    21 * MINUTE,
    true,
  ],
  ['and not at once again', 30 * MINUTE, false],
  ['after two hours once more', 2 * HOUR + MINUTE, true],
  ['after a day for the last time', 25 * HOUR, true],
  ['and then no more', 50 * HOUR, false],
])('%s', async (_, later, isAsked) => {
  asked.length = 0;
  const asking = ask(instant(plus(SENT, later)));
  if (isAsked) await expect(asking).rejects.toThrow('503');
  else expect(await asking).toBe(0);
  expect(asked.toSorted()).toEqual(isAsked ? ['id-broken', 'id-silent'] : []);
});
