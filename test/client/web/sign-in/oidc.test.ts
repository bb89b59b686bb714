/** Single sign-on against a real provider, over sockets. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createOidc } from '../../../../client/web/sign-in/oidc.ts';
import { type Served, serve } from '../../../support/pages/served.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';

let web: Web;
let provider: TestProvider;
let served: Served;
beforeAll(async () => {
  // The provider logs that it is not set up for production.
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

/** Signs in at the provider by that name, agrees, and comes back. */
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

test('the sign-in page offers single sign-on', async () => {
  const page = await (await fetch(`${served.url}/sign-in?to=/2018H1`)).text();
  expect(page).toContain('href="/sign-in/oidc?to=%2F2018H1"');
});

test('a registered address signs in and returns to the wanted page', async () => {
  const { jar, url, answer } = await signInAs('liaison.guzhen');
  expect([answer.status, url]).toEqual([200, `${served.url}/2018H1/guzhen`]);
  expect(await answer.text()).toContain('古镇镇');
  const account = await (await jar.visit(`${served.url}/account`)).text();
  expect(account).toContain('统一身份认证');
});

test('an unregistered address is refused and named', async () => {
  const { jar, answer } = await signInAs('somebody');
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('somebody@zhongshan.example');
  expect((await jar.visit(`${served.url}/account`)).status).toBe(303);
});

test('an unverified address is refused', async () => {
  await web.round.database.pool.query(
    `update contact set email = 'unverified.x@zhongshan.example' where unit = 'shaxi' and role = 'liaison'`,
  );
  const { answer } = await signInAs('unverified.x');
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('没有给出经过验证的邮箱');
});

test('an answer for another browser is refused', async () => {
  const mine = createJar();
  const left = await mine.visit(`${served.url}/sign-in/oidc?to=/`);
  const state = new URL(left.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const back = `${served.url}/sign-in/oidc/back?code=stolen&state=${state}`;
  expect((await createJar().visit(back)).headers.get('location')).toBe('/sign-in?to=%2F');
  const log = vi.spyOn(console, 'error').mockReturnValue();
  expect((await mine.visit(`${served.url}/sign-in/oidc/back?code=x&state=wrong`)).status).toBe(403);
  expect(log).toHaveBeenCalledWith(expect.stringContaining('single sign-on refused'));
});

test('without a provider there are no such routes', async () => {
  expect((await web.get('/sign-in/oidc')).status).toBe(404);
});

/** fetch() with cookies, one redirect at a time, like one person's browser. */
function createJar() {
  const cookies = new Map<string, string>();
  const keep = (answer: Response, host: string) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(`${host} ${pair.slice(0, at)}`, pair.slice(at + 1));
    }
  };
  const header = (host: string) =>
    [...cookies]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.slice(host.length + 1)}=${value}`)
      .join('; ');
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { host, origin } = new URL(url);
    const headers = { cookie: header(host), origin };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(answer, host);
    return answer;
  };
  return {
    visit,
    /** Follows redirects to the last page. */
    async follow(url: string, init: RequestInit = {}): Promise<{ url: string; answer: Response }> {
      let at = url;
      let answer = await visit(at, init);
      for (let hops = 0; answer.status >= 300 && answer.status < 400 && hops < 20; hops += 1) {
        at = new URL(answer.headers.get('location') ?? '', at).href;
        answer = await visit(at);
      }
      return { url: at, answer };
    },
  };
}

/** A real OpenID Connect provider on loopback. A typed name `x` has the address `x@zhongshan.example`. */
type TestProvider = { readonly issuer: string; close(): Promise<void> };

/** @param redirectUri of the only registered client */
async function startProvider(redirectUri: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'cuibao', client_secret: 'secret', redirect_uris: [redirectUri] }],
    claims: { email: ['email', 'email_verified'] },
    cookies: { keys: ['test'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: `${sub}@zhongshan.example`,
        email_verified: !sub.startsWith('unverified'),
      }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return { issuer, close: () => closed(server) };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
