/** Units that cannot be reached are named before their year starts, and counted on the board while they owe. */
import { afterAll, beforeEach, expect, test } from 'vitest';
import { day } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { readWholeBoard } from '../../../store/read/board.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { addLeave } from '../../../store/write/contacts.ts';
import { insertMessage, settleMessage } from '../../../store/write/messages.ts';
import { AGRICULTURE, ROUND } from '../../support/people/cast.ts';
import { onYear, submit } from '../../support/record/commands.ts';
import type { TestDatabase } from '../../support/record/database.ts';
import { importedPlan, openRound } from '../../support/record/opened-round.ts';
import { at } from '../../support/time/dates.ts';

const STARTED = at('2017-12-01 10:00');
const made: TestDatabase[] = [];
let database: TestDatabase;
beforeEach(async () => {
  database = await importedPlan();
  made.push(database);
});
afterAll(() => Promise.all(made.map((one) => one.drop())));

const start = (withUnreachable?: true) =>
  applyCommand(
    database.pool,
    onYear(
      { kind: 'start-year', ...(withUnreachable && { withUnreachable }) },
      { receivedAt: STARTED },
    ),
  );
const silence = (unit: string, ...roles: string[]) =>
  database.pool.query(
    `update contact set email = null, mobile = null where unit = $1 and role = any($2)`,
    [unit, roles],
  );
const unreachable = async (today = '2018-07-17') =>
  (await readWholeBoard(database.pool, ROUND, day(today))).units
    .filter((unit) => unit.unreachable)
    .map(({ obligation }) => obligation.unit);

/** A mail to that address, claimed at that time, with that outcome. */
async function mailTo(address: string, time: string, became: 'sent' | 'delivered' | 'rejected') {
  const claimedAt = at(`2018-07-12 ${time}`);
  const key = `${address} ${time}`;
  await insertMessage(database.pool, {
    key,
    channel: 'email',
    kind: 'reminder',
    at: claimedAt,
    person: '',
    address,
    owner: key,
    attempt: '1',
    claimedAt,
    words: { subject: '', text: '', parts: 1 },
  });
  const outcome =
    became === 'rejected' ? { state: became, reason: '550 no such user' } : { state: became };
  await settleMessage(database.pool, key, '1', outcome, claimedAt);
}

test('a year with unreachable units starts only on request, and the refusal names them', async () => {
  await silence('guzhen', 'liaison', 'deputy');
  await silence('xiaolan', 'liaison');
  const refused = await start();
  expect(refused).toMatchObject({ ok: false, code: 'refused' });
  expect(refused.message).toMatch(/^1个单位什么都送不到.*：古镇镇。.*--with-unreachable。$/);
  expect(await start(true)).toMatchObject({ ok: true });
});

test('units that owe nothing, and the bureau itself, do not count', async () => {
  await silence(shippedPlan.bureau.unit, 'liaison', 'deputy');
  expect(await start()).toMatchObject({ ok: true });
});

test('on the board a unit is unreachable when it has no address or only bounced ones, until a message gets through again', async () => {
  await start();
  await openRound(database.pool, ROUND);
  await silence('guzhen', 'liaison', 'deputy');
  await silence('xiaolan', 'liaison');
  await database.pool.query(
    `update contact set mobile = null where unit = 'xiaolan' and role = 'deputy'`,
  );
  const deputy = shippedPlan.contacts.find((c) => c.unit === 'xiaolan' && c.role === 'deputy');
  const address = deputy?.email?.toLowerCase() ?? '';
  expect(await unreachable()).toEqual(['guzhen']);
  await mailTo(address, '09:00', 'rejected');
  expect((await unreachable()).toSorted()).toEqual(['guzhen', 'xiaolan']);
  await mailTo(address, '10:00', 'sent');
  expect(await unreachable()).toEqual(['guzhen']);
  await mailTo(address, '10:01', 'rejected');
  expect(await unreachable()).toContain('xiaolan');
  await mailTo(address, '10:02', 'delivered');
  expect(await unreachable()).toEqual(['guzhen']);
});

test('a stand-in with an address reaches the unit; a unit that has reported need not be reached', async () => {
  await start();
  await openRound(database.pool, ROUND);
  await silence('guzhen', 'liaison', 'deputy');
  await silence('nongyeju', 'liaison', 'deputy');
  const liaison = shippedPlan.contacts.find((c) => c.unit === 'guzhen' && c.role === 'liaison');
  await addLeave(database.pool, shippedPlan.id, {
    id: 'leave',
    unit: 'guzhen',
    role: 'liaison',
    person: liaison?.name ?? '',
    from: day('2018-07-16'),
    until: day('2018-07-17'),
    substitute: { name: '代', email: 'stand-in@zhongshan.example', mobile: null, phone: null },
  });
  expect(await unreachable()).toEqual(['nongyeju']);
  expect((await unreachable('2018-07-18')).toSorted()).toEqual(['guzhen', 'nongyeju']);
  expect(await applyCommand(database.pool, submit(AGRICULTURE))).toMatchObject({ ok: true });
  expect(await unreachable()).toEqual([]);
});
