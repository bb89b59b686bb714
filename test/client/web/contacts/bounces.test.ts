/** Bounced mail: where it shows, and how the mark is cleared. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBounced } from '../../../../store/read/contacts.ts';
import { bounceRecord } from '../../../../store/write/receipts.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { createAdministrator } from '../../../support/people/signed-in.ts';
import { bounced, sentMail } from '../../../support/record/messages.ts';

const ADDRESS = addressOf('nantou', 'liaison');
const UNIT = '/2018H1/nantou';
let web: Web;
let admin: string;
beforeAll(async () => {
  web = await webOverRound();
  admin = await createAdministrator(web.round.database.pool, NOW);
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;
const bounce = async (verdict: 'undelivered' | 'not now') => {
  const key = await sentMail(pool(), ADDRESS, NOW);
  const record = bounceRecord(pool(), async () => NOW);
  if (verdict === 'undelivered') await record.take(bounced(key), verdict);
  else await record.note({ message: key, verdict, code: '5.2.2 552' });
};
const clear = (fields: Record<string, string>, cookie?: string) =>
  web.post('/bounces/clear', { address: ADDRESS, ...fields }, cookie);
const isMarked = async () => (await readBounced(pool())).has(ADDRESS);

test('without a bounce there are no warnings', async () => {
  expect(await web.html(UNIT)).not.toContain('退信：');
});

test('a temporary bounce shows beside the address without a warning', async () => {
  await bounce('not now');
  const page = await web.html(UNIT);
  expect(page).toMatch(/退信：暂未送达 [^<]*（5\.2\.2 552）/);
  expect(page).not.toContain('邮件被退回');
  const contacts = await (await web.get('/admin/contacts?failing=yes', admin)).text();
  expect(contacts).not.toContain(ADDRESS);
});

test('an address that does not exist is a warning on the unit’s page and a failing contact', async () => {
  await bounce('undelivered');
  const page = await web.html(UNIT);
  expect(page).toMatch(/role="alert"[^>]*>\s*发给联络员 南头镇联络员甲的邮件被退回/);
  expect(page).toMatch(/退信：邮箱无效 [^<]*（5\.1\.1 550）/);
  const contacts = await (await web.get('/admin/contacts?failing=yes', admin)).text();
  expect(contacts).toContain(ADDRESS);
  expect(contacts).toContain('退信：邮箱无效');
  expect(await web.html('/2018H1/xiaolan')).not.toContain('退信：');
});

test('the unit sees the mark too and cannot clear it', async () => {
  const cookie = await web.cookieOf(ADDRESS);
  const page = await (await web.get(UNIT, cookie)).text();
  expect(page).toContain('邮件被退回');
  expect(page).not.toContain('/bounces/clear');
  expect((await clear({ back: UNIT }, cookie)).status).toBe(403);
  expect(await isMarked()).toBe(true);
});

test('an officer clears the mark and returns to the unit’s page', async () => {
  const answer = await clear({ back: UNIT });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, UNIT]);
  expect(await isMarked()).toBe(false);
  expect(await web.html(UNIT)).not.toContain('退信：');
});

test('the administrator clears the mark in the list of contacts and sees the outcome', async () => {
  await bounce('undelivered');
  const answer = await clear({ back: '/admin/contacts' }, admin);
  const to = answer.headers.get('location') ?? '';
  expect(to).toMatch(/^\/admin\/contacts\?done=/);
  expect(await (await web.get(to, admin)).text()).toContain(`已清除${ADDRESS}的退信标记`);
});

test('the form redirects only to pages of ours', async () => {
  const answer = await clear({ back: 'https://elsewhere.example/2018H1/nantou' });
  expect(answer.headers.get('location')).toMatch(/^\/admin\/contacts/);
});
