/** Leave on the pages: the bureau enters it for others, liaisons for themselves; stand-ins can act meanwhile. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { findContact, readLeaves } from '../../../../store/read/contacts.ts';
import { readGrants } from '../../../../store/read/grants.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

const PLAN = shippedPlan.id;
const STAND_IN = 'stand-in@zhongshan.example';
let web: Web;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;
const guzhen = () => web.cookieOf(addressOf('guzhen', 'liaison'));

/** Sends the form at that address, filled in. */
async function send(path: string, fields: Record<string, string>, cookie?: string) {
  const page = await (await web.get(path, cookie)).text();
  const form = page.split('<form').find((part) => part.includes(`action="${path}"`)) ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const all = { ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...fields };
  return web.post(path, all, cookie);
}

const WEEK = { from: '2018-07-17', until: '2018-07-20' };
const PERSON = { by: 'person', name: '代办人', email: STAND_IN, mobile: '', phone: '' };

test('a liaison enters leave; unit page and board show the stand-in, who may report', async () => {
  const own = '/mine/guzhen/leave';
  expect(await (await web.get('/mine', await guzhen())).text()).toContain(own);
  const sent = await send(own, { ...WEEK, ...PERSON }, await guzhen());
  expect(sent.status).toBe(303);
  expect(
    await (await web.get(sent.headers.get('location') ?? '', await guzhen())).text(),
  ).toContain('古镇镇联络员甲2018年7月17日至2018年7月20日休假，由代办人代。');
  expect(await web.html('/2018H1/guzhen')).toContain('休假至7月20日（星期五），由代办人代');
  expect(await web.html('/2018H1?q=guzhen')).toContain('代办人（代古镇镇联络员甲）');
  const standIn = await web.cookieOf(STAND_IN);
  expect((await web.get('/2018H1/guzhen/report', standIn)).status).toBe(200);
  expect((await web.get('/2018H1/xiaolan/report', standIn)).status).toBe(404);
  // Neither before nor after.
  for (const [on, number] of [
    ['2018-07-16', 0],
    ['2018-07-20', 1],
    ['2018-07-21', 0],
  ] as const) {
    expect(await readGrants(pool(), PLAN, STAND_IN, at(`${on} 23:59`))).toHaveLength(number);
  }
});

test('nobody enters leave for others, and stand-ins cannot enter any', async () => {
  const deputy = await web.cookieOf(addressOf('guzhen', 'deputy'));
  const page = await (await web.get('/mine/guzhen/leave', deputy)).text();
  expect(page).toContain(addressNameOf('guzhen', 'deputy'));
  const leader = '/contacts/guzhen/leader/1/leave';
  expect((await web.get(leader, await guzhen())).status).toBe(403);
  expect((await web.get('/mine/guzhen/leave', await web.cookieOf(STAND_IN))).status).toBe(404);
  const [leave] = await readLeaves(pool(), PLAN);
  const end = { id: 'x', leave: leave?.id ?? '' };
  expect((await web.post('/mine/guzhen/leave/end', end, deputy)).status).toBe(404);
});

test('the account page links to leave, for contacts only', async () => {
  const accountOf = async (cookie: string) => (await web.get('/account', cookie)).text();
  const own = 'href="/mine/guzhen/leave"';
  expect(await accountOf(await guzhen())).toContain(own);
  expect(await accountOf(await web.cookieOf(addressOf('guzhen', 'deputy')))).toContain(own);
  for (const address of [
    STAND_IN,
    addressOf('guzhen', 'leader'),
    addressOf('jinrongju', 'officer'),
  ])
    expect(await accountOf(await web.cookieOf(address))).not.toContain('/leave');
});

test('the start page links to leave only for the contact’s own units', async () => {
  const mineOf = async (cookie: string) => (await web.get('/mine', cookie)).text();
  expect(await mineOf(await guzhen())).toContain('/mine/guzhen/leave');
  const standIn = await mineOf(await web.cookieOf(STAND_IN));
  expect(standIn).toContain('/2018H1/guzhen');
  expect(standIn).not.toContain('/leave');
});

test('problems show above the form, which keeps what was typed; ending leave early ends it', async () => {
  const path = '/contacts/guzhen/liaison/1/leave';
  const overlapping = await send(path, { ...WEEK, ...PERSON, until: '2018-07-18' });
  expect([overlapping.status, await overlapping.text()]).toEqual([
    409,
    expect.stringMatching(/已登记2018年7月17日至2018年7月20日休假.*value="代办人"/s),
  ]);
  const backwards = await send(path, { ...WEEK, ...PERSON, until: '2018-07-16' });
  expect([backwards.status, await backwards.text()]).toEqual([
    400,
    expect.stringContaining('早于第一天'),
  ]);
  const [leave] = await readLeaves(pool(), PLAN);
  expect((await web.post(`${path}/end`, { id: 'end', leave: leave?.id ?? '' })).status).toBe(303);
  expect(await readLeaves(pool(), PLAN)).toEqual([]);
});

test('the trail records whose leave it is and who stands in, mobiles masked', async () => {
  const path = '/contacts/guzhen/leader/1/leave';
  const fields = { ...WEEK, ...PERSON, email: '', mobile: '10911112222' };
  expect((await send(path, fields)).status).toBe(303);
  const { rows } = await pool().query(
    `select content from command where kind = 'set-leave' and subject = $1 order by seq desc limit 1`,
    [PLAN],
  );
  expect(rows[0]).toMatchObject({ content: { substitute: { mobile: '109****2222' } } });
  // A leader's stand-in gets letters, but may not endorse.
  expect(await readGrants(pool(), PLAN, '10911112222', NOW)).toEqual([]);
  expect(await findContact(pool(), PLAN, 'guzhen', 'leader')).not.toBeNull();
});

const addressNameOf = (unit: string, role: string): string =>
  shippedPlan.contacts.find((c) => c.unit === unit && c.role === role)?.name ?? '?';
