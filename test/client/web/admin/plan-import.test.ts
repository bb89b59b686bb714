/** Import of a plan folder by upload: nothing is written before the confirmation. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FILES, type FileName } from '../../../../gateways/plan-folder/read-folder.ts';
import { readContacts } from '../../../../store/read/contacts.ts';
import { findPlan, workCalendarVersion } from '../../../../store/read/plans.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { createAdministrator } from '../../../support/people/signed-in.ts';

const HERE = 'http://127.0.0.1:8080';
const FOLDER = fileURLToPath(new URL('../../../../plans/zhongshan-2017-2020/', import.meta.url));
let web: Web;
let admin: string;
beforeAll(async () => {
  web = await webOverRound();
  admin = await createAdministrator(web.round.database.pool, NOW);
});
afterAll(() => web.round.database.drop());

type Changes = Partial<Record<FileName | 'calendar', (text: string) => string>>;

function check(changes: Changes = {}, without: readonly FileName[] = []) {
  const body = new FormData();
  for (const name of FILES.filter((one) => !without.includes(one))) {
    const text = readFileSync(FOLDER + name, 'utf8');
    body.append(name, new File([changes[name]?.(text) ?? text], name));
  }
  if (changes.calendar) body.append('calendar', new File([changes.calendar('')], 'calendar.json'));
  const headers = { cookie: admin, origin: HERE };
  return web.request(`${HERE}/admin/plan/check`, { method: 'POST', headers, body });
}

/** With the plan's four files, as the form sends them. */
function checkTexts(texts: Readonly<Record<string, string>>) {
  const body = new FormData();
  for (const name of FILES) body.append(name, new File([readFileSync(FOLDER + name)], name));
  for (const [name, text] of Object.entries(texts)) body.append('texts[]', new File([text], name));
  const headers = { cookie: admin, origin: HERE };
  return web.request(`${HERE}/admin/plan/check`, { method: 'POST', headers, body });
}

function checkCalendar(text: string) {
  const body = new FormData();
  body.append('calendar', new File([text], 'calendar.json'));
  const headers = { cookie: admin, origin: HERE };
  return web.request(`${HERE}/admin/plan/check`, { method: 'POST', headers, body });
}

async function namesOf(unit: string): Promise<string[]> {
  const contacts = await readContacts(web.round.database.pool, web.deps.plan);
  return contacts.filter((contact) => contact.unit === unit).map(({ name }) => name);
}

const versionNow = async () => (await findPlan(web.round.database.pool, web.deps.plan))?.version;
const otherwise = (text: string) => text.replace('沙溪镇联络员甲', '甲乙');
const third = (text: string) => text.replace('南头镇联络员甲', '丁');
const moved = (text: string) => text.replace('2018年', '2019年');
const renamed = (text: string) => text.replace('古镇镇联络员甲', '古镇镇新联络员');

/** The hidden fields of the confirming form. */
function carried(page: string): Record<string, string> {
  const form = /<form [^>]*action="\/admin\/plan\/import".*?<\/form>/s.exec(page)?.[0] ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
}

test('importing the same folder changes nothing and says so', async () => {
  expect(await (await check()).text()).toContain('无须导入');
});

test('every problem is named with file, line and remedy; nothing is written', async () => {
  const answer = await check({
    'contacts.csv': (text) => text.replace('liaison.guzhen@zhongshan.example', '坏地址'),
    'units.csv': (text) => text.replace(/^guzhen,/m, 'gu zhen,'),
  });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('坏地址');
  expect(page).toContain('units.csv');
  expect(await versionNow()).toBe(1);
});

test.each([
  ['a file that was not chosen', {}, ['items.txt'], '没有上传 items.txt'],
  [
    'another plan',
    { 'plan.yaml': (t: string) => t.replace('zhongshan-2017-2020', 'foshan-2017') },
    [],
    '上传的是方案“foshan-2017”',
  ],
  ['a calendar that is none', { calendar: () => '{"version":' }, [], '不是有效的 JSON'],
] as const)('%s is refused', async (_name, changes, without, sentence) => {
  const answer = await check(changes, without);
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(sentence)]);
});

test('the confirmed import is what was shown: contacts change, mobiles are masked', async () => {
  const page = await (await check({ 'contacts.csv': renamed })).text();
  expect(page).toContain('将有1处变化');
  expect(page).toContain('古镇镇新联络员');
  const answer = await web.post('/admin/plan/import', carried(page), admin);
  const done = await web.get(answer.headers.get('location') ?? '', admin);
  expect(await done.text()).toContain('已导入联系人');
  const contacts = await readContacts(web.round.database.pool, web.deps.plan);
  expect(contacts.some(({ name }) => name === '古镇镇新联络员')).toBe(true);
});

test('files that changed after the check are not imported, nor when somebody else imported meanwhile', async () => {
  const page = await (await check({ 'contacts.csv': third })).text();
  const other = carried(await (await check({ 'contacts.csv': otherwise })).text());
  const swapped = { ...carried(page), 'contacts.csv': other['contacts.csv'] ?? '' };
  const refused = await web.post('/admin/plan/import', swapped, admin);
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('不一致')]);
  const broken = { ...carried(page), 'contacts.csv': Buffer.from('x').toString('base64url') };
  expect((await web.post('/admin/plan/import', broken, admin)).status).toBe(400);
  await web.round.database.pool.query(
    `update contact set name = '丙' where unit = 'xiaolan' and role = 'liaison'`,
  );
  const late = await web.post('/admin/plan/import', other, admin);
  const shown = await late.text();
  expect(late.status).toBe(409);
  expect(shown).toContain('在您核对之后，方案、联系人或工作日历又有改动');
  expect(shown).toContain('姓名 “丙” → “小榄镇联络员甲”');
  expect(await namesOf('shaxi')).toContain('沙溪镇联络员甲');
  // Shown again and confirmed, it is imported.
  expect((await web.post('/admin/plan/import', carried(shown), admin)).status).toBe(303);
  expect(await namesOf('shaxi')).toContain('甲乙');
  expect(await namesOf('xiaolan')).not.toContain('丙');
});

test('a confirmation sent twice imports once and gets the same answer', async () => {
  const page = await (
    await check({ 'plan.yaml': (text) => `${text}\n`, 'items.txt': moved })
  ).text();
  expect(page).toContain('时间安排 “2018年” → “2019年”');
  const before = (await versionNow()) ?? 0;
  const answers = await Promise.all([
    web.post('/admin/plan/import', carried(page), admin),
    web.post('/admin/plan/import', carried(page), admin),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await versionNow()).toBe(before + 1);
  const [first, second] = answers.map((answer) => answer.headers.get('location'));
  expect(first).toBe(second);
});

test('importing a plan keeps the calendar; importing a calendar shows the changed days first', async () => {
  const amended = {
    version: '国办2018改',
    holidays: { '2018-07-16': '防台风', '2018-10-01': '国庆节' },
    workdays: {},
    years: [2018],
  };
  const page = await (await checkCalendar(JSON.stringify(amended))).text();
  expect(page).toContain('2018-07-16（星期一）：上班 → 放假（防台风）。');
  expect(page).toContain('不再包含');
  const before = await workCalendarVersion(web.round.database.pool);
  expect(before).toMatch(/^chinese-days/);
  await web.post('/admin/plan/import', carried(page), admin);
  expect(await workCalendarVersion(web.round.database.pool)).toMatch(/^国办2018改\+/);
  const plan = await (await check({ 'contacts.csv': renamed })).text();
  expect(plan).not.toContain('工作日历：');
  const back = await (await web.post('/admin/plan/check', { calendar: 'shipped' }, admin)).text();
  expect(back).toContain('2018-07-16（星期一）：放假（防台风） → 上班。');
  await web.post('/admin/plan/import', carried(back), admin);
  expect(await workCalendarVersion(web.round.database.pool)).toBe(before);
});

test('a file too large, or no file, is refused with a sentence', async () => {
  const large = await check({ 'contacts.csv': (text) => text.padEnd(3 * 1024 * 1024 + 1) });
  expect([large.status, await large.text()]).toEqual([400, expect.stringContaining('超过3 MB')]);
  const none = await web.post('/admin/plan/check', {}, admin);
  expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('没有选择文件')]);
});

test('templates are uploaded with the plan: checked, shown line by line, then in force', async () => {
  const bad = await checkTexts({ 'reminder.sms.txt': '{{ your_raport }}' });
  expect([bad.status, await bad.text()]).toEqual([
    400,
    expect.stringMatching(/texts\/reminder\.sms\.txt[\s\S]*是不是“your_report”/),
  ]);
  const own = '请记得报送{{ your_report }}。咨询：{{ phone }}';
  const page = await (await checkTexts({ 'reminder.sms.txt': own })).text();
  expect(page).toContain('文本 reminder.sms：第 1 行起');
  expect((await web.post('/admin/plan/import', carried(page), admin)).status).toBe(303);
  const { pool } = web.round.database;
  expect((await findPlan(pool, web.deps.plan))?.plan.texts['reminder.sms']).toBe(own);
  const broken = { ...carried(page), texts: Buffer.from('{"a":1}').toString('base64url') };
  expect((await web.post('/admin/plan/import', broken, admin)).status).toBe(400);
  const back = await (await check()).text();
  expect(back).toContain('“请记得报送{{ your_report }}。咨询：{{ phone }}” → ');
});
