import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from '../../../../domain/round/round.ts';
import { day } from '../../../../domain/time/time.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { newestCompilation } from '../../../../store/read/compilations.ts';
import { readObligation } from '../../../../store/read/obligations.ts';
import { readRound } from '../../../../store/read/rounds.ts';
import { findYear } from '../../../../store/read/years.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { AGRICULTURE, GUZHEN, ROUND, WINTER, YEAR } from '../../../support/people/cast.ts';
import { onObligation, onRound, onYear, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { deadlocks, inOrder, stopping } from '../../../support/record/interleave.ts';
import { byUnit, compileNow, openedRound } from '../../../support/record/opened-round.ts';
import { at, dueOn } from '../../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await openedRound();
  pool = database.pool;
});
afterEach(async () => {
  expect(await deadlocks(pool)).toBe(0);
  await database.drop();
});

const MOMENTS = [/^select content_hash/, /^commit/];
const compile = async (on: Pool) => {
  await applyCommand(on, onRound({ kind: 'compile' }));
  await compileNow(on);
};
const run = (command: Parameters<typeof applyCommand>[1]) => (on: Pool) =>
  applyCommand(on, command);

describe.each(MOMENTS)('the first held before %s', (holdAt) => {
  it('a report before the sign-off makes the version stale', async () => {
    await compile(pool);
    const signOff = onRound({ kind: 'sign-off', version: 1 });
    const [report, signed] = await inOrder(pool, run(submit(AGRICULTURE)), run(signOff), holdAt);
    expect(report).toMatchObject({ ok: true, supplement: false, outstanding: 43 });
    expect(signed).toMatchObject({ ok: false, code: 'superseded' });
  });

  it('a report behind the sign-off is a supplement', async () => {
    await compile(pool);
    const signOff = onRound({ kind: 'sign-off', version: 1 });
    const [signed, report] = await inOrder(pool, run(signOff), run(submit(AGRICULTURE)), holdAt);
    expect(signed).toMatchObject({ ok: true });
    expect(report).toMatchObject({ ok: true, supplement: true, state: 'open', outstanding: 44 });
  });

  it('a report counts before the cancellation of the year, not after it', async () => {
    const cancel = onYear({ kind: 'cancel-year', reason: '方案终止' });
    const [report, cancelled] = await inOrder(pool, run(submit(AGRICULTURE)), run(cancel), holdAt);
    expect(report).toMatchObject({ ok: true, outstanding: 43 });
    expect(cancelled).toMatchObject({ ok: true });
    expect(await applyCommand(pool, submit(GUZHEN))).toMatchObject({ ok: false, code: 'closed' });
  });

  it('a report before the moving of the date is judged by the old one, behind it by the new one', async () => {
    const move = onRound({ kind: 'move-date', to: day('2018-07-25'), reason: '台风应急' });
    await inOrder(pool, run(submit(AGRICULTURE)), run(move), holdAt);
    expect(await readObligation(pool, AGRICULTURE)).toMatchObject({
      state: 'submitted',
      firstDueAt: dueOn('2018-07-15').at,
      due: dueOn('2018-07-25'),
    });
  });

  it('a report behind the moving of the date is judged by the new one', async () => {
    const move = onRound({ kind: 'move-date', to: day('2018-07-25'), reason: '台风应急' });
    await inOrder(pool, run(move), run(submit(AGRICULTURE)), holdAt);
    const { firstDueAt } = await readObligation(pool, AGRICULTURE);
    expect(firstDueAt).toBe(dueOn('2018-07-25').at);
  });

  it('of two who start the same year, one does', async () => {
    const start = () => run(onYear({ kind: 'start-year' }, { year: `${ROUND.slice(0, -6)}2019` }));
    const [one, other] = await inOrder(pool, start(), start(), holdAt);
    expect(one).toMatchObject({ ok: true });
    expect(other).toMatchObject({ ok: false, code: 'refused' });
  });

  it('a planned round that is moved tells its year, also while the year is being cancelled', async () => {
    const to = day('2018-01-25');
    const receivedAt = at('2017-12-04 10:00');
    const move = onRound(
      { kind: 'move-date', to, reason: '年报推迟' },
      { round: WINTER, receivedAt },
    );
    const cancel = onYear({ kind: 'cancel-year', reason: '方案终止' });
    const before = await findYear(pool, YEAR);
    const [moved, cancelled] = await inOrder(pool, run(move), run(cancel), holdAt);
    expect([moved, cancelled]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await findYear(pool, YEAR)).toMatchObject({ rev: (before?.rev ?? 0) + 2 });
    expect(await readRound(pool, WINTER)).toMatchObject({
      phase: 'cancelled',
      due: { nominal: to },
    });
  });
});

it('a report behind the cancellation of the year is refused', async () => {
  const cancel = onYear({ kind: 'cancel-year', reason: '方案终止' });
  const [, report] = await inOrder(pool, run(cancel), run(submit(AGRICULTURE)), /^commit/);
  expect(report).toMatchObject({ ok: false, code: 'closed' });
  expect((await readRound(pool, ROUND)).outstanding).toBe(44);
});

it('a report that comes while the bureau’s report is being made leaves it stale', async () => {
  await applyCommand(pool, onRound({ kind: 'compile' }));
  const held = stopping(pool, /for update$/);
  const compiling = compileNow(held.pool);
  await held.reached;
  await applyCommand(pool, submit(AGRICULTURE));
  held.go();
  await compiling;
  const newest = await newestCompilation(pool, ROUND);
  if (newest === null) throw new Error('nothing compiled');
  expect(isStale(await readRound(pool, ROUND), newest)).toBe(true);
  const signOff = onRound({ kind: 'sign-off', version: newest.version });
  expect(await applyCommand(pool, signOff)).toMatchObject({ ok: false, code: 'superseded' });
});

it('of 44 last arrivals at once, exactly one sees that no report is missing', async () => {
  const ids = [...(await byUnit(pool)).values()].map((o) => o.id);
  const outcomes = await Promise.all(ids.map((id) => applyCommand(pool, submit(id))));
  const left = outcomes.map((outcome) => (outcome.ok ? outcome.outstanding : null));
  expect(left.toSorted((a, b) => Number(a) - Number(b))).toEqual(ids.map((_, index) => index));
});

it('so it is with a sign-off among them: reports after it are supplements', async () => {
  await compile(pool);
  const ids = [...(await byUnit(pool)).values()].map((o) => o.id);
  const [early = '', ...others] = ids;
  const signOff = onRound({ kind: 'sign-off', version: 1 });
  const held = stopping(pool, /^commit/);
  const signing = applyCommand(held.pool, signOff);
  await held.reached;
  const coming = others.map((id) => applyCommand(pool, submit(id)));
  held.go();
  expect(await signing).toMatchObject({ ok: true });
  for (const outcome of await Promise.all([...coming, applyCommand(pool, submit(early))])) {
    expect(outcome).toMatchObject({ ok: true, supplement: true });
  }
  expect((await readRound(pool, ROUND)).outstanding).toBe(44);
});

it('arrivals and round commands in any order never deadlock', async () => {
  const ids = [...(await byUnit(pool)).values()].map((o) => o.id);
  const move = (to: string) => onRound({ kind: 'move-date', to: day(to), reason: '台风应急' });
  const outcomes = await Promise.all([
    ...ids.slice(0, 20).map((id) => applyCommand(pool, submit(id))),
    applyCommand(pool, onRound({ kind: 'pause', reason: '通讯录有误' })),
    applyCommand(pool, move('2018-07-25')),
    ...ids.slice(20).map((id) => applyCommand(pool, submit(id))),
    applyCommand(pool, onRound({ kind: 'resume' })),
    ...ids.slice(0, 20).map((id) => applyCommand(pool, submit(id))),
  ]);
  expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([]);
  expect((await readRound(pool, ROUND)).outstanding).toBe(0);
});

it('the same id used for two units at once is a conflict for one of them', async () => {
  const confirm = (id: string) => run(onObligation(id, { kind: 'confirm' }, { id: 'twice' }));
  const [one, other] = await inOrder(pool, confirm(AGRICULTURE), confirm(GUZHEN), /^commit/);
  expect(one).toMatchObject({ ok: true });
  expect(other).toMatchObject({ ok: false, code: 'conflict' });
  expect(await readObligation(pool, GUZHEN)).toMatchObject({ confirmedAt: null, rev: 0 });
});
