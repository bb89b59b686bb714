import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../../client/web/app.ts';
import { HOUR, MINUTE, plus } from '../../../../domain/time/time.ts';
import { writeSettings } from '../../../../store/write/settings.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';

const HERE = 'http://127.0.0.1:8080';
const LIAISON = addressOf('guzhen', 'liaison');
let web: Web;
let now = NOW;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());

/** The pages, with a clock that the tests move; without a cookie unless one is given. */
const app = (changed = {}) => createApp({ ...web.deps, now: async () => now, ...changed });
const post = async (path: string, fields: Record<string, string>, headers = {}, changed = {}) =>
  app(changed).request(`${HERE}${path}`, {
    method: 'POST',
    headers: { origin: HERE, ...headers },
    body: new URLSearchParams(fields),
  });
const get = (path: string, cookie = '') => app().request(`${HERE}${path}`, { headers: { cookie } });
const askFor = async (address: string) => {
  now = plus(now, 2 * HOUR);
  return (await post('/sign-in', { address, to: '/2018H1/guzhen' })).headers.get('location') ?? '';
};
const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

test('visitors are redirected to the sign-in and back to the wanted page', async () => {
  const answer = await get('/2018H1/guzhen?x=1');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/sign-in?to=%2F2018H1%2Fguzhen%3Fx%3D1');
});

test('the code signs in once, with a cookie that scripts cannot read', async () => {
  const path = await askFor(LIAISON.toUpperCase());
  const sent = web.codes.at(-1);
  expect(sent).toMatchObject({ to: { way: 'email', text: LIAISON } });
  const code = `${sent?.code.slice(0, 3)} ${sent?.code.slice(3)}`;
  const signedIn = await post(path, { code, to: '/2018H1/guzhen' });
  expect(signedIn.headers.get('location')).toBe('/2018H1/guzhen');
  expect(signedIn.headers.get('set-cookie')).toMatch(/^cuibao=[\w-]{43};.*HttpOnly; SameSite=Lax/);
  expect((await get('/2018H1/guzhen', cookieFrom(signedIn))).status).toBe(200);
  expect((await post(path, { code, to: '/' })).status).toBe(401);
});

test('opening a link with the right code changes nothing', async () => {
  const path = await askFor(LIAISON);
  const answer = await get(`${path}&code=${web.codes.at(-1)?.code}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('an unknown address gets the same answers, and nothing is sent', async () => {
  const before = web.codes.length;
  const known = await askFor(LIAISON);
  const unknown = await askFor('nobody@zhongshan.example');
  expect(web.codes.length).toBe(before + 1);
  const masked = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, 'ID');
  expect(masked(unknown)).toBe(masked(known));
  const pageOf = async (path: string) =>
    masked(await (await get(path)).text()).replaceAll(/nonce="[^"]*"/g, '');
  expect(await pageOf(unknown)).toBe(await pageOf(known));
  const [a, b] = [await post(known, { code: 'x' }), await post(unknown, { code: 'x' })];
  expect(b.status).toBe(a.status);
  expect(await b.text()).toContain('还可以试4次');
});

test('after five wrong tries the right code is refused too', async () => {
  const path = await askFor(LIAISON);
  const right = web.codes.at(-1)?.code ?? '';
  const wrong = right === '000000' ? '000001' : '000000';
  for (const left of [4, 3, 2, 1]) {
    expect(await (await post(path, { code: wrong })).text()).toContain(`还可以试${left}次`);
  }
  expect(await (await post(path, { code: wrong })).text()).toContain('次数已用完');
  expect((await post(path, { code: right })).status).toBe(401);
});

test('a code expires after ten minutes', async () => {
  const path = await askFor(LIAISON);
  now = plus(now, 10 * MINUTE);
  const answer = await post(path, { code: web.codes.at(-1)?.code ?? '' });
  expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('已过期')]);
});

test('one code a minute and five an hour for an address', async () => {
  now = plus(now, 2 * HOUR);
  const ask = () => post('/sign-in', { address: LIAISON });
  expect((await ask()).status).toBe(303);
  expect(await (await ask()).text()).toContain('一分钟内只发一次');
  for (let more = 0; more < 4; more += 1) {
    now = plus(now, 2 * MINUTE);
    expect((await ask()).status).toBe(303);
  }
  now = plus(now, 2 * MINUTE);
  const sixth = await ask();
  expect([sixth.status, await sixth.text()]).toEqual([429, expect.stringContaining('太多次')]);
});

test('of ten simultaneous requests for one address, one sends a code', async () => {
  now = plus(now, 2 * HOUR);
  const all = await Promise.all(
    Array.from({ length: 10 }, () => post('/sign-in', { address: LIAISON })),
  );
  expect(all.filter(({ status }) => status === 303).length).toBe(1);
});

test('one gateway may ask for a city’s codes, but not for a flood', async () => {
  now = plus(now, 2 * HOUR);
  const askAs = (number: number) =>
    post('/sign-in', { address: `unit${number}@zhongshan.example` });
  await web.round.database.pool.query(
    `insert into sign_in_code (id, plan, address, code_hash, way, client, made_at, expires_at)
     select gen_random_uuid(), $1, 'town' || n || '@zhongshan.example', '', 'email', 'unknown', $2, $2
       from generate_series(1, 599) as n`,
    [web.deps.plan, new Date(now)],
  );
  expect((await askAs(1)).status).toBe(303);
  expect((await askAs(2)).status).toBe(429);
});

test('a malformed address is refused by name and stays in the form', async () => {
  const answer = await post('/sign-in', { address: '张三' });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('“张三”既不是邮箱');
  expect(page).toContain('value="张三"');
});

test('forms of other sites are refused', async () => {
  const fields = { address: LIAISON };
  const answer = await post('/sign-in', fields, { origin: 'https://evil.example' });
  expect(answer.status).toBe(403);
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', ''])(
  'after signing in nobody is sent to %j',
  async (to) => {
    const path = await askFor(LIAISON);
    const answer = await post(path, { code: web.codes.at(-1)?.code ?? '', to });
    expect(answer.headers.get('location')).toBe('/');
  },
);

test('signing out ends the session itself, not only the cookie', async () => {
  const path = await askFor(LIAISON);
  const cookie = cookieFrom(await post(path, { code: web.codes.at(-1)?.code ?? '', to: '/' }));
  await post('/sign-out', {}, { cookie });
  expect((await get('/2018H1/guzhen', cookie)).status).toBe(303);
});

test('a session ends after twelve idle hours, and the posted form is kept', async () => {
  const path = await askFor(LIAISON);
  const cookie = cookieFrom(await post(path, { code: web.codes.at(-1)?.code ?? '', to: '/' }));
  now = plus(now, 12 * HOUR);
  const answer = await post('/2018H1/guzhen/acts/withdraw', { reason: '两行\n原因' }, { cookie });
  expect(answer.status).toBe(401);
  expect(await answer.text()).toMatch(/action="\/2018H1\/guzhen\/acts\/withdraw".*两行\n原因/s);
});

test('a cookie is rotated after an hour; the old one works for another minute', async () => {
  const path = await askFor(LIAISON);
  const old = cookieFrom(await post(path, { code: web.codes.at(-1)?.code ?? '', to: '/' }));
  now = plus(now, HOUR + 1);
  const next = cookieFrom(await get('/2018H1/guzhen', old));
  expect(next).toMatch(/^cuibao=/);
  expect(next).not.toBe(old);
  expect((await get('/2018H1/guzhen', old)).status).toBe(200);
  now = plus(now, MINUTE + 1);
  expect((await get('/2018H1/guzhen', old)).status).toBe(303);
  expect((await get('/2018H1/guzhen', next)).status).toBe(200);
});

test('a person removed from the plan loses access at once', async () => {
  const { pool } = web.round.database;
  const address = addressOf('shaxi', 'liaison');
  const cookie = await web.cookieOf(address);
  expect((await web.get('/2018H1/shaxi', cookie)).status).toBe(200);
  await pool.query(`update contact set email = 'successor@zhongshan.example' where email = $1`, [
    address,
  ]);
  expect((await web.get('/2018H1/shaxi', cookie)).status).toBe(303);
});

test('only a demonstration on this machine lets visitors choose who they are', async () => {
  const fields = { address: LIAISON, to: '/' };
  const choose = (changed: object) => post('/sign-in/demonstration', fields, {}, changed);
  expect((await choose({ onThisMachine: true })).status).toBe(404);
  await writeSettings(web.round.database.pool, { offsetMs: 0, demonstration: true });
  expect((await choose({ onThisMachine: false })).status).toBe(404);
  expect((await choose({ onThisMachine: true })).status).toBe(303);
});
