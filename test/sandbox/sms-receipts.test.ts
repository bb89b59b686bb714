/** The sandbox pushes receipts of SMS, as a provider does. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReceipts, type Receipts } from '../../sandbox/sms-receipts.ts';
import { type ScriptedProvider, scriptedProvider } from '../support/servers/scripted-provider.ts';

let other: ScriptedProvider;
let receipts: Receipts;
beforeEach(async () => {
  other = await scriptedProvider();
  receipts = createReceipts(`${other.url}/delivery-reports/secret`, [0, 10, 10]);
});
afterEach(async () => {
  receipts.stop();
  await other.close();
});

test('a receipt is pushed once when it is answered', async () => {
  receipts.push({ key: 'k', id: 'sandbox-1', outcome: 'undelivered' });
  await expect.poll(() => other.asked.length).toBe(1);
  expect(JSON.parse(other.asked[0]?.body ?? '')).toEqual([
    { key: 'k', id: 'sandbox-1', outcome: 'undelivered', code: 'MK:0001' },
  ]);
});

test('a receipt without an answer is pushed again a few times', async () => {
  other.answer = { status: 503, body: '' };
  receipts.push({ key: 'k', id: 'sandbox-1', outcome: 'delivered' });
  await expect.poll(() => other.asked.length).toBe(3);
  other.answer = { body: '' };
  receipts.push({ key: 'k2', id: 'sandbox-2', outcome: 'delivered' });
  await expect.poll(() => other.asked.length).toBe(4);
  expect(other.asked.filter(({ body }) => body.includes('"k"'))).toHaveLength(3);
});
