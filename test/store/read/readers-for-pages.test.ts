/** What the pages of bureau and administrator read, over a round in which things went wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../../domain/time/time.ts';
import { readContactStates } from '../../../store/read/contacts.ts';
import { readFailedDeliveries } from '../../../store/read/deliveries.ts';
import { readHistory } from '../../../store/read/history.ts';
import {
  type AuditEntry,
  allOfAuditTrail,
  readAuditChoices,
  readAuditTrail,
} from '../../../store/read/trail.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { MOBILE, NOW, reportOfTown, type Web, webOverRound } from '../../support/pages/web-app.ts';
import { at } from '../../support/time/dates.ts';

const PLAN = 'zhongshan-2017-2020';
let web: Web;
beforeAll(async () => {
  web = await webOverRound();
});
afterAll(() => web.round.database.drop());
const pool = () => web.round.database.pool;

test('the trail holds rounds, years and the plan, newest first, page by page without gap or double', async () => {
  const all: AuditEntry[] = [];
  for await (const entry of allOfAuditTrail(pool(), PLAN, {})) all.push(entry);
  expect(new Set(all.map(({ subject }) => subject))).toEqual(
    new Set([PLAN, `${PLAN}/2018`, `${PLAN}/2018H1`]),
  );
  const paged: AuditEntry[] = [];
  for (let behind: AuditEntry | undefined; ; ) {
    const page = await readAuditTrail(pool(), PLAN, {}, { limit: 2, behind });
    paged.push(...page);
    behind = page.at(-1);
    if (page.length < 2) break;
  }
  expect(paged).toEqual(all);
  expect(all.map((entry) => entry.receivedAt)).toEqual(
    all.map((entry) => entry.receivedAt).toSorted((a, b) => b - a),
  );
});

test('each filter leaves out what it says', async () => {
  const kinds = async (filter: object) =>
    (await readAuditTrail(pool(), PLAN, filter, { limit: 100 })).map(({ kind }) => kind);
  expect(await kinds({ unit: 'guzhen' })).toEqual(['return', 'submit']);
  expect(await kinds({ unit: 'zhen' })).toEqual([]);
  expect(await kinds({ kind: 'call' })).toEqual(['call']);
  expect(await kinds({ subject: PLAN })).toEqual(['import']);
  expect(await kinds({ from: at('2018-07-16 00:00') })).toEqual(['call']);
  expect(await kinds({ to: at('2018-07-12 09:00'), unit: 'guzhen' })).toEqual([]);
  expect(await kinds({ refusedOnly: true })).toEqual([]);
  await applyCommand(pool(), {
    id: 'refused',
    actor: { kind: 'bureau', name: '经办人乙' },
    receivedAt: NOW,
    obligation: `${PLAN}/2018H1/xiaolan`,
    act: { kind: 'accept', version: 1 },
  });
  expect(await kinds({ refusedOnly: true })).toEqual(['accept']);
  expect(await kinds({ actor: '经办人乙' })).toEqual(['accept']);
  expect((await readAuditChoices(pool(), PLAN)).kinds).toContain('accept');
});

test('a refused SMS is listed with its reason until something reaches the same role', async () => {
  const [failed, ...others] = await readFailedDeliveries(pool(), PLAN);
  expect(others).toEqual([]);
  expect(failed).toMatchObject({
    unit: 'guzhen',
    channel: 'sms',
    state: 'rejected',
    reason: 'sms: 400',
    reachedSince: false,
  });
});

test('an address shows how it was last reached', async () => {
  const states = await readContactStates(pool(), PLAN);
  expect([...states.keys()]).toEqual([MOBILE]);
  expect(states.get(MOBILE)).toMatchObject({ channel: 'sms', state: 'rejected' });
});

test('the history tells late by the date valid then from late by the original one', async () => {
  const extend = { kind: 'extend', until: day('2018-07-25'), reason: '台风应急' } as const;
  await web.round.act('shaxi', at('2018-07-16 10:00'), extend);
  const came = { kind: 'submit', report: reportOfTown() } as const;
  await web.round.act('shaxi', at('2018-07-20 10:00'), came);
  await web.round.act('sanxiang', at('2018-07-20 10:00'), came);
  await web.round.act('xiaolan', at('2018-07-20 10:00'), { kind: 'waive', reason: '划转' });
  const history = await readHistory(pool(), PLAN, at('2018-07-20 11:00'));
  const of = (unit: string) => {
    const cell = history.find((one) => one.unit === unit);
    return [cell?.byEffective, cell?.byOriginal];
  };
  expect(of('shaxi')).toEqual(['on time', 'late']);
  expect(of('sanxiang')).toEqual(['late', 'late']);
  expect(of('guzhen')).toEqual(['on time', 'on time']);
  expect(of('xiaolan')).toEqual(['waived', 'waived']);
  expect(of('nantou')).toEqual(['missing', 'missing']);
  const before = await readHistory(pool(), PLAN, at('2018-07-10 11:00'));
  expect(before.find(({ unit }) => unit === 'nantou')?.byEffective).toBe('not due');
});
