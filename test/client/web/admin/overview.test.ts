/** The administrator's pages over a round in which an SMS failed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findContact } from '../../../../store/read/contacts.ts';
import { readAccounts } from '../../../../store/read/grants.ts';
import { MOBILE, NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { createAdministrator } from '../../../support/people/signed-in.ts';

let web: Web;
let admin: string;
beforeAll(async () => {
  web = await webOverRound();
  admin = await createAdministrator(web.round.database.pool, NOW);
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;
const get = async (path: string) => (await web.get(path, admin)).text();
/** As a browser would send them. */
const hiddenOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
const post = (path: string, fields: Record<string, string>) => web.post(path, fields, admin);

test('the overview shows the plan in force and the health checks', async () => {
  const page = await get('/admin');
  expect(page).toMatch(/现行方案<\/dt><dd>中山市推进普惠金融发展实施方案.*第1版（[0-9a-f]{12}）/);
  expect(page).toContain('2018-06-20 10:00 初次导入：已导入方案第1版');
  expect(page).toContain('送达失败：1，还没有送达 1');
  // No workflow has looked at this round.
  expect(page).toMatch(/流程<\/th>.*?注意.*?2018H1 尚未/s);
  expect(page).toMatch(/审计链<\/th>.*?正常.*?条完好/s);
});

test('an account with a malformed address is refused and stays in the form; a correct one is listed, masked', async () => {
  const typed = { role: 'supervisor', name: '督查员', email: '不是邮箱', mobile: '' };
  const wrong = await post('/admin/people/add', typed);
  expect(wrong.status).toBe(400);
  const page = await wrong.text();
  expect(page).toContain('邮箱“不是邮箱”不合格式');
  expect(page).toContain('value="督查员"');
  const right = await post('/admin/people/add', { ...typed, email: '', mobile: '13900001234' });
  const list = await get(right.headers.get('location') ?? '');
  expect(list).toContain('已加入督查员');
  expect(list).toContain('139****1234');
});

test('the last administrator cannot be ended; other accounts can, with a reason', async () => {
  const accounts = await readAccounts(pool(), web.deps.plan);
  const idOf = (role: string) => accounts.find((one) => one.role === role)?.id ?? '';
  const last = await post('/admin/people/end', { account: idOf('administrator'), reason: '调离' });
  expect([last.status, await last.text()]).toEqual([409, expect.stringContaining('唯一的管理员')]);
  const ended = await post('/admin/people/end', { account: idOf('supervisor'), reason: '调离' });
  expect(ended.status).toBe(303);
});

test('an administrator signs somebody out everywhere', async () => {
  const address = 'liaison.shaxi@zhongshan.example';
  const cookie = await web.cookieOf(address);
  expect((await web.get('/mine', cookie)).status).toBe(200);
  const page = await get('/admin/people/sessions?q=沙溪镇联络员');
  expect(page).toContain('沙溪镇联络员甲 · 沙溪镇 · 联络员');
  const { session = '', id = '' } = hiddenOf(page);
  expect(hiddenOf(await get('/admin/people/sessions?q=没有这个人'))).toEqual({});
  const ended = await post('/admin/people/end-sessions', { session, id });
  expect(await get(ended.headers.get('location') ?? '')).toContain(
    '已让沙溪镇联络员甲在所有设备上退出',
  );
  const again = await post('/admin/people/end-sessions', { session, id });
  expect([again.status, await again.text()]).toEqual([
    409,
    expect.stringContaining('这次登录已经结束'),
  ]);
  expect((await web.get('/mine', cookie)).status).toBe(303);
});

test('a failed SMS can be sent again after its address is changed', async () => {
  const failures = await get('/admin/failures');
  expect(failures).toMatch(/古镇镇 2018H1.*催报 · 短信.*还没有送达/s);
  expect(await get('/admin/contacts?failing=yes')).toContain('古镇镇联络员甲');
  const path = '/admin/contacts/guzhen/liaison/1';
  expect(failures).toContain(`href="${path}?back=failures"`);
  const seen = /name="seen" value="([^"]+)"/.exec(await get(path))?.[1] ?? '';
  const bad = { name: '新联络员', email: '', mobile: '139', phone: '', seen };
  expect(await (await post(path, bad)).text()).toContain('手机“139”不合格式');
  const moved = await post(path, { ...bad, mobile: '10900009999' });
  expect(await get(moved.headers.get('location') ?? '')).toContain('“古镇镇联络员甲” → “新联络员”');
  expect(await findContact(pool(), web.deps.plan, 'guzhen', 'liaison')).toMatchObject({
    name: '新联络员',
    mobile: '10900009999',
  });
  const again =
    /href="([^"]*acts\/resend[^"]*)"/.exec(failures)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const form = await get(again);
  expect(form).toContain('新联络员 109****9999');
  const sent = await post(again.split('?')[0] ?? '', hiddenOf(form));
  expect(sent.status).toBe(303);
});

test('the audit trail is filtered and masked, and its CSV holds no formulas', async () => {
  const evil = { role: 'officer', name: '=HYPERLINK("http://evil")', mobile: '' };
  await post('/admin/people/add', { ...evil, email: 'evil@zhongshan.example' });
  const officer = await web.cookieOf('evil@zhongshan.example');
  await web.post('/2018H1/guzhen/acts/note', { text: '-1+1' }, officer);
  expect(await get('/admin/audit?unit=guzhen&kind=note')).toContain('=HYPERLINK');
  expect(await get('/admin/audit?unit=xiaolan&kind=note')).toContain('没有符合条件的记录');
  expect((await web.get('/admin/audit?from=2018-02-30', admin)).status).toBe(400);
  const csv = await web.get('/admin/audit.csv', admin);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer());
  expect(text).toMatch(/^\uFEFF"时间","对象"/);
  expect(text).toContain('13****1234'.slice(2));
  expect(text).not.toContain('13900001234');
  expect(text).not.toContain(MOBILE);
  expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
  for (const cell of text.split('","')) expect(cell).not.toMatch(/^[=+@-]/);
});

test('a year is previewed, started once, and cancelled with a reason', async () => {
  const preview = await get('/admin/years/2019');
  expect(preview).toMatch(/共\d+条，其中短信\d+条/);
  expect(preview).toContain('id="day-2019-06-24"');
  const notices = preview.slice(preview.indexOf('id="day-2019-06-24"'));
  const link = /href="(\/admin\/years\/2019\/messages[^"]*)"/.exec(notices)?.[1] ?? '';
  expect(await get(link.replaceAll('&amp;', '&'))).toContain('请报送2019年上半年');
  const id = /name="id" value="([^"]+)"/.exec(preview)?.[1] ?? '';
  const started = await post('/admin/years/2019/start', { id });
  expect(await get(started.headers.get('location') ?? '')).toContain('2019年度已启动');
  expect((await post('/admin/years/2019/start', { id })).status).toBe(303);
  expect((await post('/admin/years/2019/start', { id: 'other' })).status).toBe(409);
  expect((await post('/admin/years/2019/cancel', { reason: '' })).status).toBe(400);
  expect((await post('/admin/years/2019/cancel', { reason: '误启动' })).status).toBe(303);
  expect((await web.get('/admin/years/2031', admin)).status).toBe(404);
});

test('the preview names unpublished holidays and unreachable units', async () => {
  await pool().query(`update contact set email = null, mobile = null where unit = 'shaxi'`);
  const preview = await get('/admin/years/2020');
  expect(preview).toContain('什么都送不到的单位：沙溪镇');
  expect(preview).not.toContain('尚未公布');
  const unread = await post('/admin/years/2020/start', { id: 'unread' });
  expect([unread.status, await unread.text()]).toEqual([
    409,
    expect.stringContaining('1个单位什么都送不到'),
  ]);
  const known = { id: 'known', unreachable: 'yes' };
  expect((await post('/admin/years/2020/start', known)).status).toBe(303);
});
