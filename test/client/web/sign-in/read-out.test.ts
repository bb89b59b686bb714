import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';

const LIAISON = addressOf('guzhen', 'liaison');

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());

test('a code read out signs the caller in, and the trail records who checked the caller and how', async () => {
  const answer = await read({ address: ` ${LIAISON.toUpperCase()} `, checked: '回拨座机核对' });
  const code = codeIn(await answer.text());
  expect(code).toMatch(/^\d{6}$/);
  const asked = await web.post('/sign-in', { address: LIAISON, to: '/' }, '');
  const entered = await web.post(asked.headers.get('location') ?? '', { code, to: '/' }, '');
  expect(entered.status).toBe(303);
  expect(entered.headers.get('set-cookie')).toContain('cuibao=');
  const { rows } = await web.round.database.pool.query(
    `select actor->>'name' as name, content from command where kind = 'read-out-code'`,
  );
  expect(rows).toMatchObject([{ content: { address: LIAISON, checked: '回拨座机核对' } }]);
  expect(JSON.stringify(rows)).not.toContain(code);
});

test('the code is shown once: the form sent again shows none', async () => {
  const id = crypto.randomUUID();
  const fields = { id, address: LIAISON, checked: '回拨座机核对' };
  const first = await web.post('/read-out', fields);
  const code = codeIn(await first.text());
  expect(code).toMatch(/^\d{6}$/);
  const second = await web.post('/read-out', fields);
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain('已经显示过');
  expect(page).not.toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
});

test('no code for an unknown address, or without saying how the caller was checked', async () => {
  for (const [fields, sentence] of [
    [{ address: LIAISON, checked: ' ' }, '“怎样核对的身份”没有填'],
    [{ address: 'nobody', checked: '回拨' }, '既不是邮箱'],
    [{ address: 'nobody@example.com', checked: '回拨' }, 'nobody@example.com'],
  ] as const) {
    const answer = await read(fields);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(sentence);
    expect(codeIn(page)).toBe('');
  }
});

const read = (fields: Readonly<Record<string, string>>) =>
  web.post('/read-out', { id: crypto.randomUUID(), ...fields });

const codeIn = (page: string): string =>
  page.match(/class="spoken-code"[^>]*>([\d ]*)</)?.[1]?.replace(' ', '') ?? '';
