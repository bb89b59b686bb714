import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertDeliveries } from '../../../../store/write/deliveries.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { ROUND } from '../../../support/people/cast.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
let supervisor: string;
beforeAll(async () => {
  web = await webOverRound();
  const { pool } = web.round.database;
  await pool.query(
    `insert into account (plan, role, name, email, added_at, added_by)
     values ($1, 'supervisor', '督查员', 'ducha@zhongshan.example', now(), 'test')`,
    [web.deps.plan],
  );
  supervisor = await web.cookieOf('ducha@zhongshan.example');
  await web.round.act('shaxi', at('2018-07-16 10:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  await insertDeliveries(pool, [
    sent('notice', 'email', at('2018-06-22 09:00')),
    sent('chase', 'email', at('2018-07-17 10:30')),
    sent('chase', 'sms', at('2018-07-17 10:30')),
  ]);
});
afterAll(() => web.round.database.drop());

test('the page lists overdue units, for how long, and what was done, with dates only', async () => {
  const page = await (await web.get('/2018H1/overdue', supervisor)).text();
  expect(page).toContain('逾期情况（41）');
  const row = rowOf(page, '小榄镇');
  expect(row).toMatch(/逾期未报 7月15日（星期日） 1天（1个工作日） 06-22 07-17 07-16 07-18/);
  for (const secret of ['在送签', '王五', '按季调度', '请报送', '填报人']) {
    expect(page).not.toContain(secret);
  }
  expect(page).not.toMatch(/1\d{10}|\d{3}\*\*\*\*\d{4}/);
});

test('units that have reported, returns not yet due, and the bureau are not listed', async () => {
  const page = await (await web.get('/2018H1/overdue', supervisor)).text();
  for (const unit of ['沙溪镇', '古镇镇', '市金融局']) expect(rowOf(page, unit)).toBe('');
});

test('supervisors start on this page and can open no other', async () => {
  const start = await web.get('/', supervisor);
  expect(start.headers.get('location')).toBe('/overdue');
  const newest = await web.get('/overdue', supervisor);
  expect(newest.headers.get('location')).toBe('/2018H1/overdue');
  const page = await (await web.get('/2018H1/overdue', supervisor)).text();
  expect(page).not.toContain('href="/2018H1/xiaolan"');
  expect((await web.get('/2018H1/xiaolan', supervisor)).status).toBe(403);
  expect(await web.html('/2018H1/overdue')).toContain('href="/2018H1/xiaolan"');
});

const sent = (
  step: 'notice' | 'chase',
  channel: 'email' | 'sms',
  moment: ReturnType<typeof at>,
) => ({
  key: `${ROUND}/xiaolan#1#${step}#liaison#${channel}`,
  round: ROUND,
  obligation: `${ROUND}/xiaolan`,
  cycle: 1,
  step,
  kind: step,
  slot: 'liaison' as const,
  channel,
  state: 'sent' as const,
  at: moment,
  notAfter: moment,
  insteadOf: null,
  person: '张三',
  message: null,
  content: null,
  reason: null,
  settledAt: moment,
});

const rowOf = (page: string, unit: string): string => {
  const row = page.split('<tr>').find((part) => part.includes(`>${unit}<`)) ?? '';
  return row
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
};
