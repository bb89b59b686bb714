/** Receipts that an SMS provider pushes: stored before the answer, and only under the secret address. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../../client/web/app.ts';
import { sandboxSms } from '../../../../gateways/sms/http/settings.ts';
import { receiveReceipts } from '../../../../gateways/sms/receipts.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';

const SECRET = 'a-secret-of-the-address';
const KEY = 'a'.repeat(64);
const settings = sandboxSms('http://127.0.0.1:8025', SECRET);
let web: Web;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  web = await webOverRound();
  app = createApp({ ...web.deps, receive: (request) => receiveReceipts(request, settings) });
});
afterAll(() => web.round.database.drop());

const push = (body: string, secret = SECRET) =>
  app.request(`http://127.0.0.1:8080/delivery-reports/${secret}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
const kept = async () => {
  const { rows } = await web.round.database.pool.query<{ what: string }>(
    `select concat_ws(' ', reference, provider_id, outcome, code) as what from delivery_report order by arrived_at, id`,
  );
  return rows.map(({ what }) => what);
};

test('a wrong secret gets 404 and stores nothing', async () => {
  const wrong = await push(JSON.stringify([{ key: KEY, outcome: 'delivered' }]), 'guessed-address');
  expect(wrong.status).toBe(404);
  const other = await web.request('http://127.0.0.1:8080/delivery-reports/x', { method: 'POST' });
  expect(other.status).toBe(404);
  expect(await kept()).toEqual([]);
});

test('receipts pushed twice are stored once; unreadable ones are acknowledged and ignored', async () => {
  const body = JSON.stringify([
    { key: KEY, id: 7, outcome: 'delivered', code: 'DELIVRD', at: '2018-07-17T10:30:05+08:00' },
    { key: KEY, outcome: 'perhaps' },
  ]);
  for (const _ of ['first', 'again']) {
    const answer = await push(body);
    expect([answer.status, await answer.text()]).toEqual([200, '{"code":0}']);
  }
  expect(await kept()).toEqual([`${KEY} 7 delivered DELIVRD`]);
});

test('a body that is no list of receipts is refused', async () => {
  expect((await push('{"code":0}')).status).toBe(400);
  expect((await push('<xml/>')).status).toBe(400);
});
