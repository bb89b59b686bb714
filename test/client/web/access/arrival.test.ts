/** The first page after a sign-in, and the end of an idle session. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../../client/web/app.ts';
import { HOUR, plus } from '../../../../domain/time/time.ts';
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
const app = () => createApp({ ...web.deps, now: async () => now });
const post = async (path: string, fields: Record<string, string>) =>
  app().request(`${HERE}${path}`, {
    method: 'POST',
    headers: { origin: HERE },
    body: new URLSearchParams(fields),
  });
const get = (path: string, cookie: string) =>
  app().request(`${HERE}${path}`, { headers: { cookie } });
const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

test('a page that refreshes itself does not keep the session alive', async () => {
  for (const [path, later] of [
    ['/2018H1?by=itself', 303],
    ['/2018H1/live?by=itself', 303],
    ['/2018H1', 200],
  ] as const) {
    const cookie = cookieFrom(await signInAt(addressOf('jinrongju', 'officer'), '/'));
    now = plus(now, 11 * HOUR);
    const asked = await get(path, cookie);
    expect(asked.status).toBeLessThan(300);
    now = plus(now, 2 * HOUR);
    // The cookie may have been rotated on the way.
    expect([path, (await get('/2018H1', cookieFrom(asked))).status]).toEqual([path, later]);
  }
});

test('after a sign-in, a link for somebody else redirects to the visitor’s own start page, which says so', async () => {
  const links = ['/2018H1', '/2018H1/xiaolan', '/2018H1/nobody', '/2099H1/guzhen', '/nothing'];
  for (const to of links) {
    const signedIn = await signInAt(LIAISON, to);
    expect(signedIn.headers.get('location')).toBe(to);
    const first = await get(to, cookiesFrom(signedIn));
    expect([to, first.status, first.headers.get('location')]).toEqual([
      to,
      303,
      '/mine?notice=not-yours',
    ]);
    expect(first.headers.get('set-cookie')).toContain('cuibao-arrived=; Max-Age=0');
    const start = await get('/mine?notice=not-yours', cookieFrom(signedIn));
    expect([start.status, await start.text()]).toEqual([
      200,
      expect.stringContaining('您打开的链接不是给您的身份看的'),
    ]);
    // Only the first page is redirected: later, the same address is a plain 403 or 404.
    expect((await get(to, cookieFrom(signedIn))).status).toBeGreaterThanOrEqual(403);
  }
});

test('after a sign-in, a permitted link opens, also through redirects', async () => {
  const signedIn = await signInAt(LIAISON, '/2018H1/guzhen');
  const page = await get('/2018H1/guzhen', cookiesFrom(signedIn));
  expect([page.status, await page.text()]).toEqual([200, expect.not.stringContaining('您的首页')]);
  expect(page.headers.get('set-cookie')).toContain('cuibao-arrived=; Max-Age=0');
  const officer = await signInAt(addressOf('jinrongju', 'officer'), '/admin');
  const refused = await get('/admin', cookiesFrom(officer));
  expect(refused.headers.get('location')).toBe('/?notice=not-yours');
});

const signInAt = async (address: string, to: string): Promise<Response> => {
  now = plus(now, 2 * HOUR);
  const path = (await post('/sign-in', { address, to })).headers.get('location') ?? '';
  return post(path, { code: web.codes.at(-1)?.code ?? '', to });
};
const cookiesFrom = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
