import { afterEach, beforeEach, expect, it, test } from 'vitest';
import type { YearAct } from '../../../../domain/round/round.ts';
import { shippedPlan } from '../../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { readRound, roundsOfYear } from '../../../../store/read/rounds.ts';
import { readSteps } from '../../../../store/read/steps.ts';
import { openTasks } from '../../../../store/read/tasks.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { findYear } from '../../../../store/read/years.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { writeSteps } from '../../../../store/write/steps.ts';
import { addTasks } from '../../../../store/write/tasks.ts';
import { AGRICULTURE, ROUND, WINTER, YEAR } from '../../../support/people/cast.ts';
import { onObligation, onRound, onYear, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { byUnit, importedPlan, openRound } from '../../../support/record/opened-round.ts';
import { called } from '../../../support/rules/ladder.ts';
import { at } from '../../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await importedPlan();
  pool = database.pool;
});
afterEach(async () => {
  expect(await brokenEntry(pool, YEAR)).toBeNull();
  await database.drop();
});

const onTheYear = (act: YearAct, year = YEAR) => applyCommand(pool, onYear(act, { year }));
const start = () => onTheYear({ kind: 'start-year' });
const cancel = () => onTheYear({ kind: 'cancel-year', reason: '方案终止' });
const phases = async () => (await roundsOfYear(pool, YEAR)).map((round) => round.phase);

it('a year started has its two rounds, planned, and is told to run', async () => {
  expect(await start()).toMatchObject({ ok: true });
  const rounds = await roundsOfYear(pool, YEAR);
  expect(rounds.map(({ id, phase }) => [id, phase])).toEqual([
    [WINTER, 'planned'],
    [ROUND, 'planned'],
  ]);
  expect(rounds[1]).toMatchObject({
    due: { nominal: '2018-07-15', effective: '2018-07-16' },
    opensAt: at('2018-06-22 09:00'),
    compileOn: '2018-07-30',
    outstanding: 0,
  });
  const { rows } = await pool.query(`select kind, workflow_id from outbox`);
  expect(rows).toEqual([{ kind: 'start-year', workflow_id: YEAR }]);
});

it('a year started twice is refused', async () => {
  await start();
  const again = await start();
  expect(again).toMatchObject({ ok: false, code: 'refused' });
  expect(again.message).toContain('2018年度已经启动，不能重复启动');
});

it('cancelled and started again, rounds that had opened are open and the others planned', async () => {
  await start();
  await openRound(pool, ROUND);
  await applyCommand(pool, submit(AGRICULTURE));
  expect(await cancel()).toMatchObject({ ok: true });
  expect(await phases()).toEqual(['cancelled', 'cancelled']);
  expect(await cancel()).toMatchObject({ ok: false, code: 'refused' });
  expect(await start()).toMatchObject({ ok: true });
  expect(await phases()).toEqual(['planned', 'open']);
  expect(await findYear(pool, YEAR)).toMatchObject({ phase: 'started' });
  expect(await readRound(pool, ROUND)).toMatchObject({ outstanding: 43 });
  const restarted = `select 1 from outbox where kind = 'start-round' and workflow_id = $1`;
  expect((await pool.query(restarted, [ROUND])).rowCount).toBe(1);
  expect(await applyCommand(pool, submit(AGRICULTURE))).toMatchObject({ ok: true, version: 2 });
});

it('a round cancelled by itself comes back by starting its year again, as its refusals say', async () => {
  await start();
  await openRound(pool, ROUND);
  await applyCommand(pool, onRound({ kind: 'cancel', reason: '误操作' }));
  const refused = await applyCommand(pool, submit(AGRICULTURE));
  expect(refused).toMatchObject({ ok: false, code: 'closed' });
  expect(refused.message).toContain('请重新启动该年度');
  expect(await start()).toMatchObject({ ok: true });
  expect(await phases()).toEqual(['planned', 'open']);
  expect(await applyCommand(pool, submit(AGRICULTURE))).toMatchObject({ ok: true });
  expect(await start()).toMatchObject({ ok: false, code: 'refused' });
});

it('a cancellation ends steps and tasks and tells every workflow', async () => {
  await start();
  await openRound(pool, ROUND);
  const o = (await byUnit(pool)).get('nongyeju');
  if (!o) throw new Error('no such unit');
  await writeSteps(pool, [called(o, 'remind-1', 'reminder', '2018-07-13 11:00')], o.due.at);
  const task = { id: 'call', round: ROUND, obligation: o.id, delivery: null } as const;
  await addTasks(pool, { ...task, kind: 'call', text: '致电', since: o.due.at });
  await pool.query(`delete from outbox`);
  await cancel();
  for (const step of await readSteps(pool, o.id)) {
    expect(step).toMatchObject({ state: 'cancelled', reason: '年度已撤销' });
  }
  expect(await openTasks(pool, shippedPlan.id)).toEqual([]);
  const { rows } = await pool.query<{ workflow_id: string }>(`select workflow_id from outbox`);
  const told = rows.map((row) => row.workflow_id);
  expect(told).toHaveLength(44 + 2 + 1);
  expect(told).toEqual(expect.arrayContaining([YEAR, ROUND, WINTER, o.id]));
});

test.each<[string, YearAct, string, string, string]>([
  [
    'outside the plan',
    { kind: 'start-year' },
    '2030',
    'not_found',
    '可用的年度：2018、2019、2020、2021',
  ],
  ['never started', { kind: 'cancel-year', reason: '无' }, '2019', 'not_found', '没有启动过'],
  ['no year', { kind: 'start-year' }, 'next', 'not_found', '可用的年度'],
])('a year %s is refused', async (_, act, year, code, sentence) => {
  const outcome = await onTheYear(act, `${shippedPlan.id}/${year}`);
  expect(outcome).toMatchObject({ ok: false, code });
  expect(outcome.message).toContain(sentence);
});

it('of a plan that was never imported is refused, and so without a reason to cancel', async () => {
  const outcome = await onTheYear({ kind: 'start-year' }, 'nowhere/2018');
  expect(outcome).toMatchObject({ ok: false, code: 'not_found' });
  await start();
  expect(await onTheYear({ kind: 'cancel-year', reason: ' ' })).toMatchObject({ code: 'invalid' });
  expect(await phases()).toEqual(['planned', 'planned']);
});

it('before the opening nothing can be handed in: there is no obligation yet', async () => {
  await start();
  const early = await applyCommand(pool, onObligation(AGRICULTURE, { kind: 'confirm' }));
  expect(early).toMatchObject({ ok: false, code: 'not_found' });
  expect(early.message).toContain('批次尚未开启');
});
