/** What a unit prints and keeps: receipts, versions, the page to sign, the sheet of one item. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { FILLED, send } from '../../../support/pages/liaison-at-form.ts';
import { reportOfTown, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());
const cookieOf = (unit: string) => web.cookieOf(addressOf(unit, 'liaison'));
const get = async (path: string, unit: string) =>
  (await web.get(path, await cookieOf(unit))).text();
const timeliness = (page: string) => /是否按期<\/th><td>([^<]*)/.exec(page)?.[1];
const handIn = async (unit: string) =>
  send(web, await cookieOf(unit), `/2018H1/${unit}/report`, { ...FILLED, action: 'submit' });

test('a receipt judges by the date valid at arrival, not by later dates', async () => {
  // 古镇镇 handed in on the 12th; after the return it was due on the 18th.
  expect(timeliness(await get('/2018H1/guzhen/receipts/1', 'guzhen'))).toBe(
    '按期（报送期限：7月15日（星期日），顺延至 7月16日（星期一） 24:00）',
  );
  await handIn('guzhen');
  expect(timeliness(await get('/2018H1/guzhen/receipts/2', 'guzhen'))).toMatch(
    /^首次收到 2018-07-12 09:00，按期（报送期限：7月15日/,
  );
});

test('a late report’s receipt names its due date; one within an extension names that date', async () => {
  await handIn('minzhong');
  expect(timeliness(await get('/2018H1/minzhong/receipts/1', 'minzhong'))).toBe(
    '迟报（报送期限：7月15日（星期日），顺延至 7月16日（星期一） 24:00）',
  );
  await web.round.act('shaxi', at('2018-07-13 09:00'), {
    kind: 'extend',
    until: day('2018-07-18'),
    reason: '停电',
  });
  await handIn('shaxi');
  expect(timeliness(await get('/2018H1/shaxi/receipts/1', 'shaxi'))).toBe(
    '按期（报送期限：7月18日（星期三） 24:00）',
  );
});

test('a withdrawn version is marked on its receipt and in choices', async () => {
  await handIn('banfu');
  const cookie = await cookieOf('banfu');
  await web.post('/2018H1/banfu/acts/withdraw', { reason: '数字有误' }, cookie);
  expect(timeliness(await get('/2018H1/banfu/receipts/1', 'banfu'))).toBe(
    '本版已于2018-07-17 10:30撤回',
  );
  await handIn('banfu');
  const compare = await get('/2018H1/banfu/submissions/compare?from=1&to=2', 'banfu');
  expect(compare).toContain('第1版（已撤回）');
  expect(compare).not.toContain('第2版（已撤回）');
  expect((await web.get('/2018H1/banfu/receipts/9', cookie)).status).toBe(404);
});

test('the sheet of one item can be printed, and passed on as text', async () => {
  const page = await get('/2018H1/guzhen/items/53', 'guzhen');
  const text = /<textarea[^>]*readonly[^>]*>([^<]*)/.exec(page)?.[1] ?? '';
  expect(text).toContain('古镇镇 2018H1 第53项：');
  expect(text).toContain('报送期限：7月18日');
  expect(text).toContain('进展情况（最多300字）：按季报送。');
  const cookie = await cookieOf('guzhen');
  expect((await web.get('/2018H1/guzhen/items/9', cookie)).status).toBe(404);
});

test('the page to sign has lines for who prepared, reviewed and signed, and room for the seal', async () => {
  await web.round.act('nantou', at('2018-07-12 09:00'), {
    kind: 'submit',
    report: reportOfTown(),
  });
  const page = await get('/2018H1/nantou/report/signature', 'nantou');
  for (const name of ['填报人', '审核人', '签发人（分管领导）', '单位盖章', '日期']) {
    expect(page).toContain(`<th scope="row">${name}</th>`);
  }
  expect(page).toContain('第1版');
});
