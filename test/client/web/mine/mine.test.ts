/** What a unit's people see, and what their leader does. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { FILLED, revOf, send } from '../../../support/pages/liaison-at-form.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';

let web: Web;
let liaison: string;
beforeAll(async () => {
  web = await webOverRound();
  liaison = await web.cookieOf(addressOf('xiaolan', 'liaison'));
  for (const seen of ['0', '1']) {
    await send(web, liaison, '/2018H1/xiaolan/report', { ...FILLED, action: 'submit', seen });
  }
  const guzhen = await web.cookieOf(addressOf('guzhen', 'liaison'));
  await send(web, guzhen, '/2018H1/guzhen/report', {
    remark: '补数据',
    action: 'draft',
    rev: await revOf(web, 'guzhen'),
  });
});
afterAll(() => web.round.database.drop());
const get = async (path: string, cookie = liaison) => (await web.get(path, cookie)).text();

test('a unit sees what was sent and done, but no notes and no held letters', async () => {
  await web.round.act('guzhen', NOW, { kind: 'note', text: '内部备注' });
  const bureau = await web.html('/2018H1/guzhen');
  const guzhen = await get('/2018H1/guzhen', await web.cookieOf(addressOf('guzhen', 'liaison')));
  expect(bureau).toContain('内部备注');
  expect(guzhen).not.toContain('内部备注');
  expect(guzhen).toContain('缺数据');
  expect(guzhen).not.toContain('href="/messages/');
});

test('the start page shows what is owed, why it was returned, and what to do', async () => {
  const mine = await get('/mine', await web.cookieOf(addressOf('guzhen', 'liaison')));
  expect(mine).toContain('退回待补');
  expect(mine).toContain('退回原因：缺数据');
  expect(mine).toContain('>继续填报</a>');
  const form = await get(
    '/2018H1/guzhen/report',
    await web.cookieOf(addressOf('guzhen', 'liaison')),
  );
  expect(form).toContain('退回原因：缺数据');
  const leader = await get('/mine', await web.cookieOf(addressOf('xiaolan', 'leader')));
  expect(leader).not.toContain('填报</a>');
  expect(leader).toContain('已报待审');
});

test('the start page links to the newest receipt, and asks leaders to endorse', async () => {
  const mine = await get('/mine');
  expect(mine).toMatch(/href="\/2018H1\/xiaolan\/receipts\/2">2018H1-xiaolan-2<\/a>/);
  expect(mine).toContain('>查看或重新报送</a>');
  const leader = await web.cookieOf(addressOf('xiaolan', 'leader'));
  const theirs = await get('/mine', leader);
  expect(theirs).toMatch(/class="button main" href="[^"]*acts\/endorse\?version=2"/);
  expect(theirs).toContain('aria-current="page">我的报送');
});

test('a leader endorses the newest version, and a liaison cannot', async () => {
  const leader = await web.cookieOf(addressOf('xiaolan', 'leader'));
  const path = '/2018H1/xiaolan/acts/endorse';
  expect((await web.post(path, { version: '2' }, liaison)).status).toBe(403);
  expect((await web.post(path, { version: '1' }, leader)).status).toBe(409);
  expect((await web.post(path, { version: '2' }, leader)).status).toBe(303);
  expect(await web.html('/2018H1/xiaolan')).toContain('已阅示第2版');
  expect(await get('/mine', leader)).not.toContain('acts/endorse');
});

test('returned reports come first on the start page', async () => {
  const until = day('2018-07-20');
  await web.round.act('xiaolan', NOW, { kind: 'return', version: 2, reason: '补充', until });
  const { pool } = web.round.database;
  await pool.query(
    `insert into contact (plan, unit, role, ordinal, name, email, mobile, phone)
     select plan, 'banfu', role, 9, name, email, mobile, phone from contact
      where unit = 'xiaolan' and role = 'liaison'`,
  );
  const mine = await get('/mine');
  const [first = '', second = ''] = [...mine.matchAll(/<h2>[^<]*· ([^ <]*)/g)].map(
    ([, name]) => name,
  );
  expect([first, second]).toEqual(['小榄镇', '板芙镇']);
});
