import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instant } from '../../../domain/time/time.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { createDatabase, type TestDatabase } from '../../support/record/database.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SANDBOX = {
  SMTP_URL: 'smtp://127.0.0.1:2525',
  SANDBOX_SMTP_URL: 'smtp://127.0.0.1:2525',
  SMS_URL: 'http://127.0.0.1:2580/sms',
  SANDBOX_URL: 'http://127.0.0.1:2580',
};
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

test('the web serves pages until a signal stops it', async () => {
  const web = start({ WEB_PORT: '0' });
  const [line] = await once(web.stdout ?? web, 'data');
  const url = /^cuibao web ready: (http:\/\/127\.0\.0\.1:\d+)$/m.exec(String(line))?.[1];
  const health = await fetch(`${url}/health`);
  expect(await health.json()).toEqual({ ok: true, database: true });
  web.kill('SIGTERM');
  expect(await once(web, 'exit')).toEqual([0, null]);
});

test('clients are told apart by network address', async () => {
  const { pool } = database;
  await importPlan(pool, shippedPlan, shippedCalendar(), instant(Date.now()));
  const web = start({ WEB_PORT: '0' });
  const [line] = await once(web.stdout ?? web, 'data');
  const url = /(http:\/\/127\.0\.0\.1:\d+)$/m.exec(String(line))?.[1] ?? '';
  const body = new URLSearchParams({ address: 'nobody@zhongshan.example' });
  const headers = { origin: url, 'x-forwarded-for': '10.0.0.1' };
  const asked = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers,
    body,
    redirect: 'manual',
  });
  expect(asked.status).toBe(303);
  // `X-Forwarded-For` is ignored unless the settings say that a proxy writes it.
  const { rows } = await pool.query(`select client from sign_in_code`);
  expect(rows).toEqual([{ client: expect.stringMatching(/127\.0\.0\.1$/) }]);
  web.kill('SIGTERM');
  await once(web, 'exit');
});

test.each([
  ['an address other machines can reach', { WEB_HOST: '0.0.0.0' }, '“0.0.0.0”不是本机地址'],
  [
    'plain HTTP for other machines',
    { WEB_HOST: '0.0.0.0', WEB_URL: 'http://cuibao.example' },
    '请在前面放一个 HTTPS 代理',
  ],
  ['real channels that nobody has confirmed', { SMTP_URL: 'smtp://mail.example' }, '还没有确认'],
  ['no database', { DATABASE_URL: '' }, 'DATABASE_URL：'],
  ['a port that is none', { WEB_PORT: '99999' }, 'WEB_PORT：'],
])('the web does not start with %s, and says why', async (_name, env, sentence) => {
  const web = start(env);
  let said = '';
  web.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(web, 'close');
  expect(code).toBe(1);
  expect(said).toContain(sentence);
  expect(said).not.toContain('    at ');
});

const start = (env: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'client/web/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: database.url, ...SANDBOX, ...env },
  });
