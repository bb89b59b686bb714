/** Accounts, failed deliveries, the audit trail and requests of units, by the command line. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shortNumber } from '../../../client/cli/terminal/short-number.ts';
import { writeSettings } from '../../../store/write/settings.ts';
import { cuibao } from '../../support/command-line.ts';
import { NOW, type Web, webOverRound } from '../../support/pages/web-app.ts';

let web: Web;
beforeAll(async () => {
  web = await webOverRound();
  await writeSettings(web.round.database.pool, {
    offsetMs: NOW - Date.now(),
    demonstration: false,
  });
});
afterAll(() => web.round.database.drop());
const run = (...args: string[]) => cuibao(args, { DATABASE_URL: web.round.database.url });

test('a failed SMS is listed and sent again; an unknown number is refused', async () => {
  expect((await run('failures')).out).toMatch(/古镇镇.*催报 联络员 短信/);
  const number = shortNumber('zhongshan-2017-2020/2018H1/guzhen#2#chase#liaison#sms');
  expect((await run('resend', number)).out).toContain('向古镇镇补发');
  expect(await run('resend', 'zzzz')).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有编号为“zzzz”的失败投递'),
  });
});

test('an account is added, listed with a masked mobile, and ended', async () => {
  await run('account', 'add', 'supervisor', '督查员', '--mobile', '13900001234');
  expect((await run('account', 'list')).out).toMatch(/督查室.*督查员.*139\*\*\*\*1234/);
  expect((await run('account', 'end', '督查员', '--reason', '调离')).out).toContain('已停用督查员');
  expect((await run('account', 'list')).out).toContain('没有其他用户');
  expect(await run('account', 'add', 'liaison', '某人')).toMatchObject({ code: 2 });
});

test('a contact’s named fields are changed, and a change that leaves no address is refused', async () => {
  const set = await run('contact', 'set', '古镇镇', 'liaison', '--mobile', '10900009999');
  expect(set.out).toMatch(/联系人 古镇镇联络员：手机 .* → “109\*\*\*\*9999”/);
  const listed = JSON.parse((await run('contact', 'list', '古镇镇', '--json')).out);
  expect(listed).toContainEqual(
    expect.objectContaining({
      role: 'liaison',
      name: '古镇镇联络员甲',
      email: 'liaison.guzhen@zhongshan.example',
      mobile: '109****9999',
    }),
  );
  const cleared = await run('contact', 'set', '古镇镇', 'liaison', '--mobile=', '--email=');
  expect(cleared).toMatchObject({ code: 1, err: expect.stringContaining('至少填一项') });
  const removed = await run('contact', 'remove', '古镇镇', 'liaison', '--reason', '调离');
  expect(removed).toMatchObject({ code: 1, err: expect.stringContaining('不能只删不补') });
  expect((await run('contact', 'list')).out).not.toContain('10900009999');
});

test('a unit’s extension request is refused', async () => {
  const dates = ['--until', '2018-07-25', '--reason', '台风应急'];
  expect((await run('ask-extension', '2018H1', '小榄镇', ...dates)).out).toContain(
    '批准以前期限不变',
  );
  expect((await run('tasks', '2018H1')).out).toContain('小榄镇申请延期至7月25日');
  const no = await run('refuse-extension', '2018H1', '小榄镇', '--reason', '时间紧');
  expect(no.out).toContain('未同意小榄镇延期');
});

test('a leader endorses a report, and the audit trail has every act', async () => {
  expect(await run('endorse', '2018H1', '古镇镇')).toMatchObject({ code: 1 });
  const trail = JSON.parse((await run('audit', '--refused', '--kind', 'endorse', '--json')).out);
  expect(trail).toMatchObject([{ kind: 'endorse', outcome: { ok: false } }]);
  expect((await run('audit', '--unit', '小榄镇')).out).toMatch(/未同意小榄镇延期/);
  const csv = (await run('audit', '--csv', '--limit', '1')).out;
  expect(csv).toMatch(/^\uFEFF"时间","对象"/);
  expect(csv.split('\r\n').length).toBeGreaterThan(5);
  expect(csv + (await run('audit', '--json')).out).not.toMatch(/\b1[03-9]\d{9}\b/);
});

test('the sign-in link signs in as administrator, once', async () => {
  const { out } = await run('sign-in-link');
  const { pathname, search } = new URL(out.trim());
  const code = new URLSearchParams(search).get('code') ?? '';
  expect((await web.get(`${pathname}${search}`, '')).status).toBe(200);
  const signedIn = await web.post(pathname, { code }, '');
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await web.get('/account', cookie)).status).toBe(200);
  expect(await (await web.get('/account', cookie)).text()).toContain('终端管理员');
  expect((await web.post(pathname, { code }, '')).status).toBe(401);
});

test('all sending is paused and resumed', async () => {
  expect((await run('sending')).out).toContain('正常发送');
  expect((await run('sending', 'pause', '--reason', '检修')).out).toContain('已停止全部发送：检修');
  const shown = JSON.parse((await run('sending', '--json')).out);
  expect(shown).toMatchObject({ paused: { reason: '检修' }, heldBack: expect.any(Array) });
  expect((await run('board', '2018H1')).out).toContain('已暂停发送');
  expect(await run('sending', 'pause', '--reason', '检修')).toMatchObject({ code: 1 });
  expect((await run('sending', 'resume')).out).toContain('已恢复全部发送');
});
