import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ObligationAct } from '../../../../domain/obligation/act.ts';
import { day } from '../../../../domain/time/time.ts';
import { openRequests, readRequests } from '../../../../store/read/extension-requests.ts';
import { openTasks } from '../../../../store/read/tasks.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { AGRICULTURE, GUZHEN, ROUND, XIAOLAN } from '../../../support/people/cast.ts';
import { onObligation, onRound, onYear, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { openedRound } from '../../../support/record/opened-round.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openedRound();
});
afterAll(() => database.drop());

const ASK = { kind: 'ask-extension', until: day('2018-07-25'), reason: '台风应急' } as const;
const act = (obligation: string, what: ObligationAct) =>
  applyCommand(database.pool, onObligation(obligation, what));
const requestsOf = async (obligation: string) =>
  (await readRequests(database.pool, obligation)).map(({ answer, answerText }) => [
    answer,
    answerText,
  ]);
const tasksOf = async (obligation: string) =>
  (await openTasks(database.pool, 'zhongshan-2017-2020'))
    .filter((task) => task.obligation === obligation && task.kind === 'extension')
    .map(({ text }) => text);

test('a request becomes a task; a second one replaces the first', async () => {
  expect(await act(GUZHEN, ASK)).toMatchObject({ ok: true, state: 'open' });
  expect(await tasksOf(GUZHEN)).toEqual(['古镇镇申请延期至7月25日（星期三）：台风应急']);
  const again = { ...ASK, until: day('2018-07-24') };
  expect(await act(GUZHEN, again)).toMatchObject({ message: expect.stringContaining('作废') });
  expect(await requestsOf(GUZHEN)).toEqual([
    ['superseded', '另有新的申请'],
    [null, null],
  ]);
  expect(await tasksOf(GUZHEN)).toHaveLength(1);
});

test('an extension grants it, and its task is done', async () => {
  const granted = await act(GUZHEN, { kind: 'extend', until: day('2018-07-24'), reason: '同意' });
  expect(granted).toMatchObject({ message: expect.stringContaining('同意其申请') });
  expect(await requestsOf(GUZHEN)).toContainEqual(['granted', '同意']);
  expect(await tasksOf(GUZHEN)).toEqual([]);
});

test('a refusal says why and leaves the date as it was', async () => {
  await act(AGRICULTURE, ASK);
  const refusal = { kind: 'refuse-extension', reason: '汇总时间紧' } as const;
  expect(await act(AGRICULTURE, refusal)).toMatchObject({
    ok: true,
    message: expect.stringContaining('期限仍为2018年7月16日'),
  });
  expect(await requestsOf(AGRICULTURE)).toEqual([['refused', '汇总时间紧']]);
  expect(await act(AGRICULTURE, refusal)).toMatchObject({ code: 'refused' });
});

test('a report ends the request', async () => {
  await act(XIAOLAN, ASK);
  await applyCommand(database.pool, submit(XIAOLAN));
  expect(await requestsOf(XIAOLAN)).toEqual([['superseded', '已报送']]);
  expect(await tasksOf(XIAOLAN)).toEqual([]);
});

test('a cancelled round closes its requests', async () => {
  await act(AGRICULTURE, ASK);
  await applyCommand(database.pool, onRound({ kind: 'cancel', reason: '误启动' }));
  expect(await requestsOf(AGRICULTURE)).toContainEqual(['superseded', '批次已撤销']);
  expect(await tasksOf(AGRICULTURE)).toEqual([]);
});

test('so does a cancelled year, and when it starts again no request is open', async () => {
  const fresh = await openedRound();
  await applyCommand(fresh.pool, onObligation(GUZHEN, ASK));
  await applyCommand(fresh.pool, onYear({ kind: 'cancel-year', reason: '误启动' }));
  await applyCommand(fresh.pool, onYear({ kind: 'start-year' }));
  expect(await readRequests(fresh.pool, GUZHEN)).toMatchObject([
    { answer: 'superseded', answerText: '年度已撤销' },
  ]);
  expect(await openRequests(fresh.pool, ROUND)).toEqual(new Map());
  const task = await fresh.pool.query(
    `select from task where kind = 'extension' and done_at is null`,
  );
  expect(task.rowCount).toBe(0);
  await fresh.drop();
});

test.each([
  ['a day that is over', { ...ASK, until: day('2018-07-01') }, '已过'],
  ['a day before the date', { ...ASK, until: day('2018-07-14') }, '须晚于现在的期限'],
  ['no reason', { ...ASK, reason: ' ' }, '须写明理由'],
])('%s is refused', async (_name, what, sentence) => {
  const fresh = await openedRound();
  const outcome = await applyCommand(fresh.pool, onObligation(GUZHEN, what));
  expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining(sentence) });
  expect(await readRequests(fresh.pool, GUZHEN)).toEqual([]);
  await fresh.drop();
});
