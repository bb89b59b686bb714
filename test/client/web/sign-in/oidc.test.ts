/** Single sign-on against a real provider, over sockets. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createOidc } from '../../../../client/web/sign-in/oidc.ts';
import { createJar } from '../../../support/browser-jar.ts';
import { startProvider, type TestProvider } from '../../../support/oidc-provider.ts';
import { type Served, serve } from '../../../support/pages/served.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';

let web: Web;
let provider: TestProvider;
let served: Served;
beforeAll(async () => {
  // The provider says at length that it is not set up for production.
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockReturnValue();
  web = await webOverRound();
  served = await serve(async (webUrl) => {
    provider = await startProvider(`${webUrl}/sign-in/oidc/back`);
    const { issuer } = provider;
    const oidc = createOidc({ issuer, clientId: 'cuibao', secret: 'secret', webUrl });
    return { ...web.deps, webUrl, oidc };
  });
});
afterAll(async () => {
  await served.close();
  await provider.close();
  await web.round.database.drop();
});

/** Types the name at the provider, agrees there, and comes back. */
async function signInAs(login: string) {
  const jar = createJar();
  let { url, answer } = await jar.follow(`${served.url}/sign-in/oidc?to=/2018H1/guzhen`);
  for (const fields of [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }]) {
    const form = await answer.text();
    const action = /action="([^"]+)"/.exec(form)?.[1] ?? url;
    const body = new URLSearchParams(fields as Record<string, string>);
    ({ url, answer } = await jar.follow(new URL(action, url).href, { method: 'POST', body }));
  }
  return { jar, url, answer };
}

test('the sign-in page offers it', async () => {
  const page = await (await fetch(`${served.url}/sign-in?to=/2018H1`)).text();
  expect(page).toContain('href="/sign-in/oidc?to=%2F2018H1"');
});

test('who comes back with a registered address is signed in, and where they wanted to be', async () => {
  const { jar, url, answer } = await signInAs('liaison.guzhen');
  expect([answer.status, url]).toEqual([200, `${served.url}/2018H1/guzhen`]);
  expect(await answer.text()).toContain('古镇镇');
  const account = await (await jar.visit(`${served.url}/account`)).text();
  expect(account).toContain('统一身份认证');
});

test('an address that nobody registered is named, and not signed in', async () => {
  const { jar, answer } = await signInAs('somebody');
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('somebody@zhongshan.example');
  expect((await jar.visit(`${served.url}/account`)).status).toBe(303);
});

test('an address that the provider does not vouch for counts for nothing', async () => {
  await web.round.database.pool.query(
    `update contact set email = 'unverified.x@zhongshan.example' where unit = 'shaxi' and role = 'liaison'`,
  );
  const { answer } = await signInAs('unverified.x');
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('没有给出经过验证的邮箱');
});

test('an answer that belongs to another browser is worth nothing', async () => {
  const mine = createJar();
  const left = await mine.visit(`${served.url}/sign-in/oidc?to=/`);
  const state = new URL(left.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const back = `${served.url}/sign-in/oidc/back?code=stolen&state=${state}`;
  expect((await createJar().visit(back)).headers.get('location')).toBe('/sign-in?to=%2F');
  const log = vi.spyOn(console, 'error').mockReturnValue();
  expect((await mine.visit(`${served.url}/sign-in/oidc/back?code=x&state=wrong`)).status).toBe(403);
  expect(log).toHaveBeenCalledWith(expect.stringContaining('single sign-on refused'));
});

test('without a provider there is no such way', async () => {
  expect((await web.get('/sign-in/oidc')).status).toBe(404);
});
