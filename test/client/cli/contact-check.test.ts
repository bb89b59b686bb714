/** The contact check before a round, by the command line. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAskContacts } from '../../../activities/round/ask-contacts.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { findContact } from '../../../store/read/contacts.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { writeSettings } from '../../../store/write/settings.ts';
import { cuibao } from '../../support/command-line.ts';
import { NOW, type Web, webOverRound } from '../../support/pages/web-app.ts';
import { administrator, WINTER } from '../../support/people/cast.ts';
import { onYear } from '../../support/record/commands.ts';
import { at } from '../../support/time/dates.ts';

const PLAN = shippedPlan.id;
const ROUND = WINTER.replace('2017H2', '2018H2');
let web: Web;
beforeAll(async () => {
  web = await webOverRound();
  await writeSettings(pool(), { offsetMs: NOW - Date.now(), demonstration: false });
  await applyCommand(
    pool(),
    onYear({ kind: 'start-year' }, { year: `${PLAN}/2019`, receivedAt: NOW }),
  );
  const asOf = at('2018-12-17 09:00');
  await createAskContacts({ pool: pool(), offset: 0 }).askContacts({ round: ROUND, asOf });
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;
const run = (...args: string[]) =>
  cuibao(['contact-check', ...args], { DATABASE_URL: web.round.database.url });
const listed = async (unit: string) =>
  JSON.parse((await run('list', '2018H2', '--json')).out).find(
    (check: { unit: string }) => check.unit === unit,
  );
const nameOf = async (unit: string, role: 'liaison' | 'deputy') =>
  (await findContact(pool(), PLAN, unit, role))?.name;

test('units that have not answered are listed; a round without a contact check says so', async () => {
  expect(await listed('guzhen')).toEqual({
    unit: 'guzhen',
    unitName: '古镇镇',
    state: 'asked',
    delivery: 'planned',
    reason: null,
    proposal: null,
    askedAt: '2018-12-17T09:00:00+08:00',
    answeredAt: null,
    answeredBy: null,
  });
  expect((await run('list', '2018H2')).out).toMatch(/古镇镇 +待发出/);
  expect((await run('list', '2019H1')).out).toMatch(/将于 \d\d-\d\d 09:00 请各单位核对联络员/);
  expect(await run('list', '2030H1')).toMatchObject({ code: 1 });
});

test('an unchanged contact is confirmed for the unit, with the name of the officer', async () => {
  const done = await run('confirm', '2018H2', '古镇', '--as', '经办人乙');
  expect(done.out).toContain('已确认：古镇镇的联络员没有变化');
  expect(await listed('guzhen')).toMatchObject({ state: 'confirmed', answeredBy: '经办人乙' });
});

test('new contacts are in force at once, the deputy only when given', async () => {
  const before = await nameOf('nantou', 'deputy');
  const person = ['--name', '新联络员', '--email', 'new@zhongshan.example'];
  expect((await run('name', '2018H2', '南头', ...person)).out).toContain(
    '南头镇的联络员改为新联络员，今后的信息发给新的联系方式',
  );
  expect([await nameOf('nantou', 'liaison'), await nameOf('nantou', 'deputy')]).toEqual([
    '新联络员',
    before,
  ]);
  const deputy = ['--deputy-name', '副手', '--deputy-mobile', '10911113333'];
  await run('name', '2018H2', '南头', ...person, ...deputy);
  expect(await nameOf('nantou', 'deputy')).toBe('副手');
  expect(await listed('nantou')).toMatchObject({ state: 'changed' });
});

test('a contact without an address and a unit that was not asked are refused, and nothing changes', async () => {
  const nobody = await run('name', '2018H2', '东区', '--name', '无址');
  expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('至少填一项') });
  expect(await listed('dongqu')).toMatchObject({ state: 'asked' });
  expect(await run('confirm', '2019H1', '东区')).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有请该单位核对联络员'),
  });
  expect(await run('confirm', '2018H2', '无此镇')).toMatchObject({ code: 1 });
});

test('contacts that a unit named are shown in full, refused with a reason, and accepted', async () => {
  const liaison = { name: '自荐', email: null, mobile: '10911114444', phone: null };
  const naming = { kind: 'name-contacts', round: ROUND, unit: 'xiaolan', liaison } as const;
  const nominate = (id: string) =>
    applyCommand(pool(), {
      id,
      actor: { ...administrator, kind: 'unit', name: '小榄镇' },
      receivedAt: NOW,
      plan: PLAN,
      act: { ...naming, deputy: null, atOnce: false },
    });
  await nominate('first');
  expect((await run('list', '2018H2')).out).toMatch(/小榄镇.*待采用.*自荐，10911114444/);
  expect((await listed('xiaolan')).proposal).toEqual({
    liaison: { ...liaison, mobile: '109****4444' },
    deputy: null,
  });
  await run('refuse', '2018H2', '小榄', '--reason', '查无此人');
  expect(await listed('xiaolan')).toMatchObject({ state: 'asked', reason: '查无此人' });
  await nominate('second');
  expect((await run('accept', '2018H2', '小榄')).out).toContain('小榄镇的联络员已改为自荐');
  expect(await nameOf('xiaolan', 'liaison')).toBe('自荐');
  expect(await run('accept', '2018H2', '小榄')).toMatchObject({ code: 1 });
});

test('the audit trail has every act, also refused ones', async () => {
  const env = { DATABASE_URL: web.round.database.url };
  const trail = JSON.parse((await cuibao(['audit', '--json'], env)).out);
  const kinds = trail.map(({ kind }: { kind: string }) => kind);
  for (const kind of ['confirm-contacts', 'name-contacts', 'accept-contacts', 'refuse-contacts'])
    expect(kinds).toContain(kind);
  const refused = JSON.parse((await cuibao(['audit', '--refused', '--json'], env)).out);
  expect(refused).toHaveLength(3);
});
