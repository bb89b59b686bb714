import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanAct } from '../../../../domain/plan-change/act.ts';
import { shippedCalendar } from '../../../../gateways/calendar/holidays.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import { findFeed } from '../../../../store/read/calendar.ts';
import { readAccounts, readGrants } from '../../../../store/read/grants.ts';
import { readRanking } from '../../../../store/read/history.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { addSession } from '../../../../store/visit/sessions.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { importPlan } from '../../../../store/write/import-plan.ts';
import { administrator } from '../../../support/people/cast.ts';
import { createDatabase, type TestDatabase } from '../../../support/record/database.ts';
import { inOrder } from '../../../support/record/interleave.ts';
import { at } from '../../../support/time/dates.ts';

const PLAN = shippedPlan.id;
const NOW = at('2018-07-13 11:00');
let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await importPlan(database.pool, shippedPlan, shippedCalendar(), NOW);
});
afterAll(async () => {
  expect(await brokenEntry(database.pool, PLAN)).toBeNull();
  await database.drop();
});

const command = (act: PlanAct, id: string = randomUUID()) => ({
  id,
  actor: administrator,
  receivedAt: NOW,
  plan: PLAN,
  act,
});
const act = (what: PlanAct) => applyCommand(database.pool, command(what));
const account = (name: string, role: 'administrator' | 'supervisor' = 'administrator') =>
  ({
    kind: 'add-account',
    role,
    name,
    email: `${name}@zhongshan.example`,
    mobile: null,
  }) as const;
const idOf = async (name: string) =>
  (await readAccounts(database.pool, PLAN)).find((one) => one.name === name)?.id ?? '';
const end = async (name: string) =>
  command({ kind: 'end-account', account: await idOf(name), reason: '调离' });

test('a person with an account can sign in, once in a role, until it ends', async () => {
  expect(await act(account('wang'))).toMatchObject({ ok: true });
  expect(await act(account('wang'))).toMatchObject({ code: 'refused' });
  expect(await act(account('wang', 'supervisor'))).toMatchObject({ ok: true });
  const grants = () => readGrants(database.pool, PLAN, 'wang@zhongshan.example', NOW);
  expect((await grants()).map(({ role }) => role)).toEqual(['administrator', 'supervisor']);
  const accounts = await readAccounts(database.pool, PLAN);
  const supervisor = accounts.find(({ role }) => role === 'supervisor')?.id ?? '';
  await act({ kind: 'end-account', account: supervisor, reason: '调离' });
  expect((await grants()).map(({ role }) => role)).toEqual(['administrator']);
});

test('of two administrators who end each other at once, one stays', async () => {
  await act(account('zhao'));
  const [one, other] = await inOrder(
    database.pool,
    async (held) => applyCommand(held, await end('wang')),
    async (free) => applyCommand(free, await end('zhao')),
    /^update account/,
  );
  expect([one, other]).toMatchObject([{ ok: true }, { ok: false, code: 'refused' }]);
  expect(other).toMatchObject({ message: expect.stringContaining('唯一的管理员') });
});

test('the same account asked for twice at once is made once', async () => {
  const [one, other] = await inOrder(
    database.pool,
    (held) => applyCommand(held, command(account('qian'))),
    (free) => applyCommand(free, command(account('qian'))),
    /^insert into account/,
  );
  expect([one, other]).toMatchObject([{ ok: true }, { code: 'refused' }]);
});

test.each([
  ['no address', { email: null }, '至少填一项'],
  ['a broken address', { email: '张三' }, '“张三”不合格式'],
  ['a short mobile', { mobile: '1390000' }, '“1390000”不合格式'],
  ['no name', { name: ' ' }, '姓名没有填'],
])('an account with %s is refused', async (_name, changed, sentence) => {
  const outcome = await act({ ...account('sun'), ...changed });
  expect(outcome).toMatchObject({ code: 'invalid', message: expect.stringContaining(sentence) });
});

test('a code is read out to people of the plan, not to an administrator, and not unchecked', async () => {
  const readOut = (address: string, checked = '回拨座机') =>
    act({ kind: 'read-out-code', address, checked });
  expect(await readOut('liaison.guzhen@zhongshan.example')).toMatchObject({ ok: true });
  expect(await readOut('nobody@zhongshan.example')).toMatchObject({ code: 'not_found' });
  expect(await readOut('zhao@zhongshan.example')).toMatchObject({ code: 'refused' });
  expect(await readOut('liaison.guzhen@zhongshan.example', ' ')).toMatchObject({ code: 'invalid' });
});

test('signing a person out ends the sessions of mail and mobile, and nobody else’s', async () => {
  const { pool } = database;
  const liaison = shippedPlan.contacts.find(({ unit }) => unit === 'shaxi');
  const { email = '', mobile = '' } = liaison ?? {};
  const open = async () => {
    const { rows } = await pool.query<{ address: string }>(
      `select address from session where ended_at is null order by address`,
    );
    return rows.map(({ address }) => address);
  };
  const signIn = (address: string | null) =>
    addSession(pool, PLAN, randomUUID(), {
      id: randomUUID(),
      address: address ?? '',
      way: 'email',
      client: '::1',
      agent: 'test',
      beganAt: NOW,
    });
  await Promise.all([email, mobile, 'other@zhongshan.example'].map(signIn));
  expect(await open()).toHaveLength(3);
  const end = { kind: 'end-sessions', address: email?.toUpperCase() ?? '' } as const;
  expect(await act(end)).toMatchObject({ ok: true });
  expect(await open()).toEqual(['other@zhongshan.example']);
  expect(await act(end)).toMatchObject({ code: 'not_found' });
});

test('the trail keeps no whole mobile, and still tells a corrected one from the first', async () => {
  const asked = command({ ...account('feng'), mobile: '13900001234' });
  await applyCommand(database.pool, asked);
  const { rows } = await database.pool.query<{ content: string }>(
    `select content::text || outcome::text as content from command where id = $1`,
    [asked.id],
  );
  expect(rows[0]?.content).toContain('139****1234');
  expect(rows[0]?.content).not.toContain('13900001234');
  expect(
    (await readAccounts(database.pool, PLAN)).find(({ name }) => name === 'feng'),
  ).toMatchObject({
    mobile: '13900001234',
  });
  const corrected = { ...asked, act: { ...asked.act, mobile: '13988881234' } } as typeof asked;
  expect(await applyCommand(database.pool, asked)).toMatchObject({ ok: true });
  expect(await applyCommand(database.pool, corrected)).toMatchObject({ code: 'conflict' });
});

test('the ranking is off until it is turned on', async () => {
  expect(await readRanking(database.pool)).toBe(false);
  await act({ kind: 'turn-ranking', on: true });
  expect(await readRanking(database.pool)).toBe(true);
});

test('a calendar address is found by its hash until it is revoked, once', async () => {
  const feed = randomUUID();
  await act({ kind: 'make-feed', feed, tokenHash: 'ab', unit: 'guzhen' });
  expect(await findFeed(database.pool, PLAN, 'ab')).toMatchObject({ unit: 'guzhen' });
  expect(await act({ kind: 'revoke-feed', feed })).toMatchObject({ ok: true });
  expect(await act({ kind: 'revoke-feed', feed })).toMatchObject({ code: 'not_found' });
  expect(await findFeed(database.pool, PLAN, 'ab')).toBeNull();
});
