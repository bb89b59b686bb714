/** The administrator's lists: search, paging and edits. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contactsView } from '../../../../client/web/contacts/contacts-view.ts';
import { day } from '../../../../domain/time/time.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import type { ContactState } from '../../../../store/read/contacts.ts';
import { readNumberedContacts } from '../../../../store/read/contacts.ts';
import { insertMessage, settleMessage } from '../../../../store/write/messages.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { createAdministrator } from '../../../support/people/signed-in.ts';
import { at } from '../../../support/time/dates.ts';

let web: Web;
let admin: string;
beforeAll(async () => {
  web = await webOverRound();
  admin = await createAdministrator(web.round.database.pool, NOW);
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;
const get = async (path: string) => (await web.get(path, admin)).text();
const post = (path: string, fields: Record<string, string>) => web.post(path, fields, admin);

/** The hidden fields of the form with that action. */
function hiddenOf(page: string, action: string): Record<string, string> {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`)) ?? '';
  const fields = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}

test('5,000 units take a hundred pages, and one is found by name', async () => {
  const [town] = shippedPlan.units;
  if (!town) throw new Error('a plan without units');
  const units = Array.from({ length: 5000 }, (_, n) => ({
    ...town,
    code: `u${n}`,
    name: `第${n}镇`,
  }));
  const contacts = units.map(({ code }, n) => ({
    unit: code,
    role: 'liaison' as const,
    ordinal: 1,
    name: `联络员${n}`,
    email: n === 7 ? null : `l${n}@Example.cn`,
    mobile: null,
    phone: null,
    mark: String(n),
  }));
  const rejected: ContactState = {
    address: 'l9@example.cn',
    channel: 'email',
    state: 'rejected',
    at: NOW,
    reason: '550',
  };
  const states = new Map([['l9@example.cn', rejected]]);
  const view = (search: string, failing: boolean, page: number) =>
    contactsView(
      { ...shippedPlan, units },
      contacts,
      { states, leaves: [], checks: [], today: day('2018-07-17') },
      { search, failing, page },
    );
  expect(view('', false, 100)).toMatchObject({ found: 5000, page: 100, pages: 100 });
  expect(view('', false, 101).page).toBe(100);
  const names = (shown: ReturnType<typeof view>) => shown.units.map(({ unit }) => unit.name);
  expect(names(view('联络员4711', false, 1))).toEqual(['第4711镇']);
  // A contact without an address, and one in capitals whose last mail bounced.
  expect(names(view('', true, 1))).toEqual(['第7镇', '第9镇']);
});

test('contacts are added to free places and removed with a reason; liaisons are only replaced', async () => {
  const leader = '/admin/contacts/guzhen/leader/1';
  const page = await get(leader);
  expect((await post(`${leader}/remove`, hiddenOf(page, `${leader}/remove`))).status).toBe(400);
  const removed = await post(`${leader}/remove`, {
    ...hiddenOf(await get(leader), `${leader}/remove`),
    reason: '调离',
  });
  expect(await get(removed.headers.get('location') ?? '')).toContain('调离');
  const list = await get('/admin/contacts?q=guzhen');
  expect(list).toContain('+ 分管领导');
  const added = await post(leader, {
    ...hiddenOf(await get(leader), leader),
    name: '新领导',
    email: 'New.Leader@zhongshan.example',
    mobile: '',
    phone: '',
  });
  expect(added.status).toBe(303);
  expect((await contactsOf('guzhen', 'leader'))[0]).toMatchObject({ name: '新领导', ordinal: 1 });
  expect((await web.get('/admin/contacts/guzhen/leader/2', admin)).status).toBe(404);
  expect((await web.get('/admin/contacts/guzhen/chief/1', admin)).status).toBe(404);
  const liaison = '/admin/contacts/guzhen/liaison/1';
  expect(await get(liaison)).not.toContain(`${liaison}/remove`);
  const { id = '', seen = '' } = hiddenOf(await get(liaison), liaison);
  const refused = await post(`${liaison}/remove`, { id, seen, reason: '调离' });
  expect([refused.status, await refused.text()]).toEqual([
    409,
    expect.stringContaining('不能只删不补'),
  ]);
});

test('of two administrators editing one contact, the second is told what the first changed', async () => {
  const path = '/admin/contacts/shaxi/liaison/1';
  const opened = hiddenOf(await get(path), path);
  const fields = { name: '甲', email: 'a@zhongshan.example', mobile: '', phone: '' };
  await post(path, { ...hiddenOf(await get(path), path), ...fields });
  const second = await post(path, { ...opened, id: 'another', ...fields, name: '乙' });
  const page = await second.text();
  expect([second.status, page]).toEqual([409, expect.stringContaining('现在是甲')]);
  expect(page).toContain('value="乙"');
  expect((await contactsOf('shaxi', 'liaison'))[0]?.name).toBe('甲');
});

test('the list masks every mobile; only the form shows one in full', async () => {
  const [contact] = await contactsOf('xiaolan', 'liaison');
  const mobile = contact?.mobile ?? '';
  const list = await get('/admin/contacts?q=小榄');
  expect(list).not.toContain(mobile);
  expect(list).toContain(`${mobile.slice(0, 3)}****${mobile.slice(-4)}`);
  expect(await get('/admin/contacts/xiaolan/liaison/1')).toContain(mobile);
});

test('an address in capitals matches the messages sent to it', async () => {
  await pool().query(
    `update contact set email = 'Upper@Zhongshan.Example' where unit = 'dongqu' and role = 'liaison'`,
  );
  await insertMessage(pool(), {
    key: 'upper',
    channel: 'email',
    kind: 'chase',
    at: NOW,
    person: '甲',
    address: 'upper@zhongshan.example',
    owner: 'upper',
    attempt: '1',
    claimedAt: NOW,
    words: { subject: '', text: '', parts: 1 },
  });
  await settleMessage(pool(), 'upper', '1', { state: 'rejected', reason: '550 no such user' }, NOW);
  expect(await get('/admin/contacts?failing=yes')).toContain('550 no such user');
});

test('paging through the trail skips and repeats no entry', async () => {
  for (let n = 0; n < 130; n += 1) {
    await web.round.act('nantou', at('2018-07-16 10:00'), { kind: 'note', text: `第${n}条` });
  }
  const first = await get('/admin/audit?unit=nantou');
  const next =
    /href="(\/admin\/audit\?[^"]*)">较早/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await get(next);
  const noted = [first, second].map((page) => [...page.matchAll(/内容：(第\d+条)/g)].map(String));
  expect(noted.map(({ length }) => length)).toEqual([100, 30]);
  expect(new Set(noted.flat()).size).toBe(130);
  expect(second).not.toContain('>较早<');
});

test('a mobile inside a sentence is masked in the trail and the export', async () => {
  await web.round.act('tanzhou', NOW, { kind: 'note', text: '改打13812345678联系' });
  for (const path of ['/admin/audit?unit=tanzhou', '/admin/audit.csv?unit=tanzhou']) {
    const text = await get(path);
    expect(text).toContain('改打138****5678联系');
    expect(text).not.toContain('13812345678');
  }
});

test('an entry changed in the database is found and named', async () => {
  expect(await get('/admin/health')).toMatch(/审计链<\/th>.*?正常/s);
  await pool().query(
    `alter table command disable trigger user;
     update command set content = content || '{"text":"x"}' where kind = 'note' and obligation like '%/tanzhou'`,
  );
  const page = await get('/admin/health');
  expect(page).toMatch(/审计链<\/th>.*?故障.*?从这里起对不上/s);
  expect(page).toContain(`${shippedPlan.id}/2018H1 第`);
});

test('the English health page is in English except for names', async () => {
  const page = await get('/admin/health?lang=en');
  expect(page).toContain('step notice: its window has closed and it is still planned');
  expect(page).toContain('Somebody has changed the record');
  expect(page).toContain(`${shippedPlan.id}/2018H1 entry `);
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  const names = [shippedPlan.title, ...shippedPlan.units.map(({ name }) => name)];
  const left = names.reduce((text, name) => text.replaceAll(name, ''), main);
  expect(left.match(/[\u4e00-\u9fff，。：；]+/g)).toBeNull();
});

test('a year outside the plan, or a message outside its preview, gets 404', async () => {
  for (const path of ['/admin/years/2031', '/admin/years/2019/messages?of=nothing']) {
    expect([path, (await web.get(path, admin)).status]).toEqual([path, 404]);
  }
});

test('dates that rest on holidays not yet published are marked in the preview', async () => {
  await pool().query(
    `insert into calendar_version (version, content, imported_at)
     select 'old', jsonb_set(content, '{years}', '[2017, 2018, 2019]'), now() from calendar_version`,
  );
  const page = await get('/admin/years/2020');
  expect(page).toContain('2020年的放假安排尚未公布');
  expect(page).toContain('未公布，按周末推算</span>');
});

const contactsOf = async (unit: string, role: string) =>
  (await readNumberedContacts(pool(), shippedPlan.id)).filter(
    (contact) => contact.unit === unit && contact.role === role,
  );
