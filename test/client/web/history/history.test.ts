import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOpenRound } from '../../../../activities/round/open-round.ts';
import { toHost } from '../../../../domain/time/plan-time.ts';
import { day } from '../../../../domain/time/time.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
let chief: string;
beforeAll(async () => {
  web = await webOverRound();
  chief = await web.cookieOf(addressOf('jinrongju', 'chief'));
  const { pool } = web.round.database;
  const opened = at('2017-12-22 09:00');
  await createOpenRound({ pool, offset: 0 }).openRound({
    round: `${shippedPlan.id}/2017H2`,
    asOf: toHost(opened, 0),
  });
  // 沙溪 was late, then on time; 南头 had an extension and used it; 港口 was waived.
  await submit('2017H2', 'shaxi', at('2018-01-20 09:00'));
  await submit('2018H1', 'shaxi', at('2018-07-10 09:00'));
  await extend('2017H2', 'nantou');
  await submit('2017H2', 'nantou', at('2018-01-24 09:00'));
  await submit('2018H1', 'nantou', at('2018-07-10 09:00'));
  await web.round.act('gangkou', at('2018-07-10 09:00'), { kind: 'waive', reason: '并报' });
});
afterAll(() => web.round.database.drop());

test('the history shows a sign and a word for each unit and period, and the share on time', async () => {
  const page = await web.html('/history');
  expect(rowOf(page, '沙溪镇')).toBe('沙溪镇 ▲ 迟报 ✓ 按时 50%（1/2）');
  expect(rowOf(page, '南头镇')).toBe('南头镇 ✓ 按时 ✓ 按时 100%（2/2）');
  expect(rowOf(page, '港口镇')).toBe('港口镇 ✕ 未报 — 免报 0%（0/1）');
  expect(page).toContain('href="/2017H2/shaxi"');
});

test('measured by the original date, extensions do not count', async () => {
  const page = await web.html('/history?by=original');
  expect(rowOf(page, '南头镇')).toBe('南头镇 ▲ 迟报 ✓ 按时 50%（1/2）');
});

test('a returned report stays on time', async () => {
  // 古镇 reported on 12 July, and it was returned.
  expect(rowOf(await web.html('/history'), '古镇镇')).toContain('✓ 按时 50%（1/2）');
});

test('the history can be limited to a group', async () => {
  const page = await web.html('/history?group=department');
  expect(rowOf(page, '沙溪镇')).toBe('');
  expect(rowOf(page, '市财政局')).not.toBe('');
});

test('units have places only when the chief turns the ranking on', async () => {
  expect(await web.html('/history')).not.toContain('名次</th>');
  expect(await web.html('/history')).not.toContain('开启排名');
  expect((await web.post('/history/ranking', { on: 'yes' })).status).toBe(403);
  const form = await (await web.get('/history', chief)).text();
  const id = form.match(/name="id" value="([^"]*)"/)?.[1] ?? '';
  const on = await web.post('/history/ranking', { id, on: 'yes' }, chief);
  expect(on.status).toBe(303);
  const again = await web.post('/history/ranking', { id, on: 'yes' }, chief);
  expect(again.headers.get('location')).toBe(on.headers.get('location'));
  expect(await web.html(on.headers.get('location') ?? '')).toContain('已开启排名');
  const page = await web.html('/history');
  expect(rowOf(page, '南头镇')).toMatch(/^1 南头镇/);
  expect(page.indexOf('>南头镇<')).toBeLessThan(page.indexOf('>沙溪镇<'));
  expect(rowOf(page, '市金融局')).toMatch(/^— 市金融局/);
  await web.post('/history/ranking', { id: crypto.randomUUID(), on: 'no' }, chief);
  expect(await web.html('/history')).not.toContain('名次</th>');
});

const submit = (period: string, unit: string, receivedAt: ReturnType<typeof at>) =>
  act(period, unit, receivedAt, { kind: 'submit', report: reportOfTown() });

const extend = (period: string, unit: string) =>
  act(period, unit, at('2018-01-12 09:00'), {
    kind: 'extend',
    until: day('2018-01-25'),
    reason: '统计口径待核',
  });

async function act(
  period: string,
  unit: string,
  receivedAt: ReturnType<typeof at>,
  what: Parameters<Web['round']['act']>[2],
): Promise<void> {
  const outcome = await applyCommand(web.round.database.pool, {
    id: `${period}-${unit}-${what.kind}`,
    actor: { kind: 'bureau', name: '经办人甲' },
    receivedAt,
    obligation: `${shippedPlan.id}/${period}/${unit}`,
    act: what,
  });
  if (!outcome.ok) throw new Error(outcome.message);
}

const rowOf = (page: string, unit: string): string => {
  const row = page.split('<tr>').find((part) => part.includes(`>${unit}<`)) ?? '';
  return row
    .replace(/<\/table>.*/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
};
