import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanAct } from '../../domain/plan-act.ts';
import { shippedCalendar } from '../../gateways/holidays.ts';
import { readAccounts } from '../../store/accounts.ts';
import { brokenEntry } from '../../store/chain.ts';
import { applyCommand } from '../../store/commands.ts';
import { findFeed } from '../../store/feeds.ts';
import { readGrants } from '../../store/grants.ts';
import { importPlan } from '../../store/import-plan.ts';
import { findContact } from '../../store/plans.ts';
import { readRanking } from '../../store/settings.ts';
import { administrator } from '../support/cast.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { at } from '../support/dates.ts';
import { inOrder } from '../support/interleave.ts';
import { shippedPlan } from '../support/shipped-plan.ts';

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

test('an import that changes something is in the trail, with who did it; one that does not is not', async () => {
  const entries = async () => {
    const { rows } = await database.pool.query(
      `select kind, actor->>'name' as by, outcome->>'message' as message from command where subject = $1`,
      [PLAN],
    );
    return rows;
  };
  const first = [{ kind: 'import', by: '初次导入', message: expect.stringContaining('方案第1版') }];
  expect(await entries()).toEqual(first);
  await importPlan(database.pool, shippedPlan, shippedCalendar(), NOW);
  expect(await entries()).toEqual(first);
});

test('who is given an account can sign in, once in a role, until it ends', async () => {
  expect(await act(account('wang'))).toMatchObject({ ok: true });
  expect(await act(account('wang'))).toMatchObject({ code: 'refused' });
  expect(await act(account('wang', 'supervisor'))).toMatchObject({ ok: true });
  const grants = () => readGrants(database.pool, PLAN, 'wang@zhongshan.example');
  expect((await grants()).map(({ role }) => role)).toEqual(['administrator', 'supervisor']);
  const accounts = await readAccounts(database.pool, PLAN);
  const supervisor = accounts.find(({ role }) => role === 'supervisor')?.id ?? '';
  await act({ kind: 'end-account', account: supervisor, reason: '调离' });
  expect((await grants()).map(({ role }) => role)).toEqual(['administrator']);
});

test('of two administrators who end each other at once one stays', async () => {
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

test('a new liaison is told from then on, and a later import says so again', async () => {
  const place = { unit: 'guzhen', role: 'liaison', ordinal: 1 } as const;
  const contact = { name: '新联络员', email: 'new@zhongshan.example', mobile: null, phone: null };
  const outcome = await act({ kind: 'set-contact', place, contact });
  expect(outcome).toMatchObject({ message: expect.stringContaining('原为古镇镇联络员甲') });
  expect(await findContact(database.pool, PLAN, 'guzhen', 'liaison')).toMatchObject(contact);
  const imported = await importPlan(database.pool, shippedPlan, shippedCalendar(), NOW);
  expect(imported.contactsChanged).toBe(true);
  expect((await findContact(database.pool, PLAN, 'guzhen', 'liaison'))?.name).toBe(
    '古镇镇联络员甲',
  );
});

test.each([
  ['a liaison is not taken away', { unit: 'guzhen', role: 'liaison', ordinal: 1 }, 'refused'],
  ['nobody is not taken away', { unit: 'guzhen', role: 'officer', ordinal: 1 }, 'not_found'],
] as const)('%s', async (_name, place, code) => {
  expect(await act({ kind: 'remove-contact', place, reason: '调离' })).toMatchObject({ code });
});

test('an officer who leaves makes room: those behind move up', async () => {
  const place = { unit: 'jinrongju', role: 'officer', ordinal: 1 } as const;
  expect(await act({ kind: 'remove-contact', place, reason: '调离' })).toMatchObject({ ok: true });
  expect((await findContact(database.pool, PLAN, 'jinrongju', 'officer'))?.name).toBe(
    '金融局经办人乙',
  );
});

test('a code is read out to whom the plan knows, not to an administrator, and not unchecked', async () => {
  const readOut = (address: string, checked = '回拨座机') =>
    act({ kind: 'read-out-code', address, checked });
  expect(await readOut('liaison.guzhen@zhongshan.example')).toMatchObject({ ok: true });
  expect(await readOut('nobody@zhongshan.example')).toMatchObject({ code: 'not_found' });
  expect(await readOut('zhao@zhongshan.example')).toMatchObject({ code: 'refused' });
  expect(await readOut('liaison.guzhen@zhongshan.example', ' ')).toMatchObject({ code: 'invalid' });
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
