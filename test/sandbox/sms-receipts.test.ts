/** The sandbox plays a provider that says afterwards what became of an SMS. */
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

test('it pushes once to whoever answers', async () => {
  receipts.push({ key: 'k', id: 'sandbox-1', outcome: 'undelivered' });
  await expect.poll(() => other.asked.length).toBe(1);
  expect(JSON.parse(other.asked[0]?.body ?? '')).toEqual([
    { key: 'k', id: 'sandbox-1', outcome: 'undelivered', code: 'MK:0001' },
  ]);
});

test('again and again to whoever does not, and then gives up', async () => {
  other.answer = { status: 503, body: '' };
  receipts.push({ key: 'k', id: 'sandbox-1', outcome: 'delivered' });
  await expect.poll(() => other.asked.length).toBe(3);
  other.answer = { body: '' };
  receipts.push({ key: 'k2', id: 'sandbox-2', outcome: 'delivered' });
  await expect.poll(() => other.asked.length).toBe(4);
  expect(other.asked.filter(({ body }) => body.includes('"k"'))).toHaveLength(3);
});
