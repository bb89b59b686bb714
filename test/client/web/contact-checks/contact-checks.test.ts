/** The contact check on the pages: liaisons answer, officers enter answers and decide. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAskContacts } from '../../../../activities/round/ask-contacts.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { readChecks } from '../../../../store/read/contact-checks.ts';
import { findContact } from '../../../../store/read/contacts.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { NOW, type Web, webOverRound } from '../../../support/pages/web-app.ts';
import { WINTER } from '../../../support/people/cast.ts';
import { addressOf } from '../../../support/people/contacts.ts';
import { createAdministrator } from '../../../support/people/signed-in.ts';
import { onYear } from '../../../support/record/commands.ts';
import { at } from '../../../support/time/dates.ts';

const PLAN = shippedPlan.id;
/** A round that has not opened at the test's present. */
const ROUND = WINTER.replace('2017H2', '2018H2');
let web: Web;
beforeAll(async () => {
  web = await webOverRound();
  const year = { year: `${PLAN}/2019`, receivedAt: NOW };
  await applyCommand(pool(), onYear({ kind: 'start-year' }, year));
  const asOf = at('2018-12-17 09:00');
  await createAskContacts({ pool: pool(), offset: 0 }).askContacts({ round: ROUND, asOf });
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;
const stateOf = async (unit: string) =>
  (await readChecks(pool(), ROUND)).find((check) => check.unit === unit)?.state;
const liaisonOf = async (unit: string) => (await findContact(pool(), PLAN, unit, 'liaison'))?.name;
const as = (unit: string) => web.cookieOf(addressOf(unit, 'liaison'));
const NEW = {
  answer: 'name',
  'liaison-name': '新联络员',
  'liaison-email': 'new@zhongshan.example',
  'liaison-mobile': '10911113333',
  'deputy-name': '',
};

test('a liaison sees the unit’s contacts, mobiles masked, and confirms them', async () => {
  const page = await (await web.get('/mine/contacts', await as('guzhen'))).text();
  expect(page).toContain('古镇镇联络员甲，liaison.guzhen@zhongshan.example，109****3201');
  expect(page).not.toContain('小榄镇');
  const sent = await web.post(
    '/mine/contacts/guzhen',
    { id: 'a', answer: 'confirm' },
    await as('guzhen'),
  );
  expect(
    await (await web.get(sent.headers.get('location') ?? '', await as('guzhen'))).text(),
  ).toContain('已确认：古镇镇的联络员没有变化');
  expect(await stateOf('guzhen')).toBe('confirmed');
});

test('a unit’s proposal takes effect when an officer accepts it; when refused, the unit reads why', async () => {
  const path = '/mine/contacts/xiaolan';
  expect(
    (await web.post(path, { id: 'b', ...NEW, 'liaison-email': 'x' }, await as('xiaolan'))).status,
  ).toBe(400);
  await web.post(path, { id: 'c', ...NEW }, await as('xiaolan'));
  expect([await stateOf('xiaolan'), await liaisonOf('xiaolan')]).toEqual([
    'named',
    '小榄镇联络员甲',
  ]);
  const board = await web.html('/2018H2');
  expect(board).toContain('核对小榄镇提出的联络员新联络员');
  expect(board).toMatch(/待发出 \d+.*已确认 1/s);
  const list = await web.html('/checks/2018H2');
  expect(list).toContain('新联络员，new@zhongshan.example，10911113333');
  await web.post('/checks/2018H2/xiaolan', { id: 'd', answer: 'refuse', reason: '查无此人' });
  expect(await (await web.get('/mine/contacts', await as('xiaolan'))).text()).toContain(
    '上次提出的人选没有采用：查无此人',
  );
  expect(await web.html('/2018H2')).not.toContain('核对小榄镇提出的');
  const liaison = await as('xiaolan');
  await web.post(path, { id: 'e', ...NEW }, liaison);
  expect((await web.post('/checks/2018H2/xiaolan', { id: 'f', answer: 'accept' })).status).toBe(
    303,
  );
  expect([await stateOf('xiaolan'), await liaisonOf('xiaolan')]).toEqual(['changed', '新联络员']);
  // The replaced liaison may not open the page any more.
  expect((await web.get('/mine/contacts', liaison)).status).toBe(303);
});

test('a refused form keeps what was typed, for its own unit only', async () => {
  const wrong = { ...NEW, 'liaison-email': 'neue Anschrift', 'deputy-phone': '0760-1' };
  for (const [path, cookie] of [
    ['/mine/contacts/sanxiang', await as('sanxiang')],
    ['/checks/2018H2/sanxiang', undefined],
  ] as const) {
    const answer = await web.post(path, { id: `kept ${path}`, ...wrong }, cookie);
    const page = await answer.text();
    expect([path, answer.status]).toEqual([path, 400]);
    expect(page.match(/<details open/g)).toHaveLength(1);
    const form = page.split('<details open')[1]?.split('</details>')[0] ?? '';
    expect(form).toContain('sanxiang');
    for (const value of ['新联络员', 'neue Anschrift', '10911113333', '0760-1'])
      expect(form).toContain(`value="${value}"`);
  }
  // Not the present liaison's name in place of what was typed.
  expect(await liaisonOf('sanxiang')).toBe('三乡镇联络员甲');
});

test('a unit cannot accept its own proposal or answer for another unit', async () => {
  const own = await as('shaxi');
  await web.post('/mine/contacts/shaxi', { id: 'g', ...NEW }, own);
  await web.post('/mine/contacts/shaxi', { id: 'h', answer: 'accept' }, own);
  expect([await stateOf('shaxi'), await liaisonOf('shaxi')]).toEqual(['named', '沙溪镇联络员甲']);
  expect(
    (await web.post('/mine/contacts/nantou', { id: 'i', answer: 'confirm' }, own)).status,
  ).toBe(404);
  expect((await web.get('/checks/2018H2', own)).status).toBe(403);
});

test('what an officer enters takes effect at once and shows in the list of contacts', async () => {
  await web.post('/checks/2018H2/nantou', {
    id: 'j',
    ...NEW,
    'deputy-name': '副手',
    'deputy-email': 'd@zhongshan.example',
  });
  expect(await liaisonOf('nantou')).toBe('新联络员');
  expect((await findContact(pool(), PLAN, 'nantou', 'deputy'))?.name).toBe('副手');
  await web.post('/checks/2018H2/dongqu', { id: 'k', answer: 'confirm' });
  expect(await stateOf('dongqu')).toBe('confirmed');
  const admin = await createAdministrator(pool(), NOW);
  const contacts = await (await web.get('/admin/contacts?q=nantou', admin)).text();
  expect(contacts).toContain('核对联络员：已更换');
});

test('before the contact check, the round shows when it will be sent', async () => {
  expect(await web.html('/2019H1')).toMatch(/将于 \d\d-\d\d 09:00 请各单位核对联络员/);
  expect((await web.get('/checks/2030H1')).status).toBe(404);
});
