/** Every route as every role: only the table of permissions decides. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Need, PERMISSIONS } from '../../../../client/web/access/permissions.ts';
import { listRoutes } from '../../../../client/web/app.ts';
import type { Deps } from '../../../../client/web/deps.ts';
import { WEB_ROLES, type WebRole } from '../../../../domain/people/roles.ts';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';

let web: Web;
const cookies = new Map<WebRole, string>();
beforeAll(async () => {
  web = await webOverRound();
  const { pool } = web.round.database;
  for (const role of ['supervisor', 'administrator']) {
    await pool.query(
      `insert into account (plan, role, name, email, added_at, added_by) values ($1, $2, $2, $3, now(), 'test')`,
      [web.deps.plan, role, `${role}@zhongshan.example`],
    );
  }
  for (const role of WEB_ROLES) cookies.set(role, await web.cookieOf(ADDRESSES[role]));
});
afterAll(() => web.round.database.drop());

const ADDRESSES: Readonly<Record<WebRole, string>> = {
  liaison: addressOf('guzhen', 'liaison'),
  deputy: addressOf('guzhen', 'deputy'),
  leader: addressOf('guzhen', 'leader'),
  officer: addressOf('jinrongju', 'officer'),
  chief: addressOf('jinrongju', 'chief'),
  supervisor: 'supervisor@zhongshan.example',
  administrator: 'administrator@zhongshan.example',
};

test('every permission has a route, and every route a permission that some role has', () => {
  const needs = new Set(visitedRoutes(web.deps, 'guzhen').map(({ need }) => need));
  for (const permission of Object.keys(PERMISSIONS)) expect(needs).toContain(permission);
});

test.each(WEB_ROLES)(
  'as %s of 古镇镇 or of the bureau every route opens or not as the table says',
  async (role) => {
    for (const route of visitedRoutes(web.deps, 'guzhen')) {
      const answer = await visit(route, cookies.get(role));
      const label = `${role} ${route.method} ${route.path}`;
      if (isOpenTo(route, role)) {
        expect([label, answer.status]).not.toEqual([label, 403]);
        expect([label, answer.status < 500]).toEqual([label, true]);
      } else expect([label, answer.status]).toEqual([label, 403]);
    }
  },
);

test.each(['liaison', 'deputy', 'leader'] as const)(
  'a %s finds nothing of another unit',
  async (role) => {
    for (const route of visitedRoutes(web.deps, 'xiaolan')) {
      if (!route.pattern.includes(':unit') || !isOpenTo(route, role)) continue;
      const answer = await visit(route, cookies.get(role));
      expect([route.path, answer.status]).toEqual([route.path, 404]);
    }
  },
);

test('visitors who are not signed in reach only the sign-in', async () => {
  for (const route of visitedRoutes(web.deps, 'guzhen')) {
    if (route.need === 'anyone') continue;
    const answer = await visit(route);
    const expected = route.method === 'GET' ? 303 : 401;
    expect([route.path, answer.status]).toEqual([route.path, expected]);
  }
});

const isOpenTo = ({ need }: Route, role: WebRole): boolean =>
  need === 'anyone' ||
  need === 'signed in' ||
  (PERMISSIONS[need] as readonly WebRole[]).includes(role);

/** Forms are sent empty, so roles that may send them get a refusal and nothing happens. */
async function visit({ method, path, need }: Route, cookie = ''): Promise<Response> {
  // Signing out would end the session that the rest of the test needs.
  if (need === 'anyone' && method === 'POST') return new Response(null, { status: 200 });
  return web.request(`http://127.0.0.1:8080${path}`, {
    method,
    headers: { cookie, origin: 'http://127.0.0.1:8080' },
    ...(method === 'GET' ? {} : { body: new URLSearchParams({ id: '' }) }),
  });
}

/** Every route with its parameters filled in. */
type Route = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly pattern: string;
  readonly path: string;
  readonly need: Need;
};

const VALUES: Readonly<Record<string, string>> = {
  period: '2018H1',
  year: '2018',
  version: '1',
  file: '1.docx',
  reference: '0'.repeat(64),
  delivery: '0'.repeat(64),
  letter: `${'0'.repeat(64)}.docx`,
  no: '52',
  role: 'liaison',
  ordinal: '1',
};
const ANY_ID = '00000000-0000-4000-8000-000000000000';

const visitedRoutes = (deps: Deps, unit: string): Route[] =>
  listRoutes(deps).map(({ method, path: pattern, need }) => ({
    method,
    pattern,
    need,
    path: pattern.replaceAll(/:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?/g, (_all, name: string) =>
      name === 'unit' ? unit : (VALUES[name] ?? ANY_ID),
    ),
  }));
