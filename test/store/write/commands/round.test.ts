import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoundAct } from '../../../../domain/round/round.ts';
import { day } from '../../../../domain/time/time.ts';
import type { Pool } from '../../../../store/db/pool.ts';
import { newestCompilation } from '../../../../store/read/compilations.ts';
import { readObligation } from '../../../../store/read/obligations.ts';
import { readRound } from '../../../../store/read/rounds.ts';
import { readSteps } from '../../../../store/read/steps.ts';
import { newestSubmissions, readSubmissions } from '../../../../store/read/submissions.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { AGRICULTURE, BUREAU, GUZHEN, ROUND, WINTER } from '../../../support/people/cast.ts';
import { onObligation, onRound, submit } from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import {
  byUnit,
  compileNow,
  openedRound,
  openRound,
} from '../../../support/record/opened-round.ts';
import { calledFor } from '../../../support/rules/ladder.ts';
import { at, dueOn } from '../../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await openedRound();
  pool = database.pool;
});
afterEach(() => database.drop());

const apply = (command: Parameters<typeof applyCommand>[1]) => applyCommand(pool, command);
const onTheRound = (act: RoundAct, moment = '2018-07-13 11:00') =>
  apply(onRound(act, { receivedAt: at(moment) }));
const move = (to: string) => onTheRound({ kind: 'move-date', to: day(to), reason: '台风应急' });
const extend = (id: string, until: string) =>
  apply(onObligation(id, { kind: 'extend', until: day(until), reason: '机构调整' }));
async function signOff(): Promise<void> {
  await onTheRound({ kind: 'compile' });
  await compileNow(pool);
  const version = (await newestCompilation(pool, ROUND))?.version ?? 0;
  expect(await onTheRound({ kind: 'sign-off', version })).toMatchObject({ ok: true });
}

describe('the date of a round moved', () => {
  it('gives everybody the new date and tells them, the bureau’s own part apart', async () => {
    expect(await move('2018-07-25')).toMatchObject({ ok: true });
    expect(await readRound(pool, ROUND)).toMatchObject({
      due: dueOn('2018-07-25'),
      opensAt: at('2018-06-22 09:00'),
      compileOn: '2018-08-08',
    });
    for (const o of (await byUnit(pool)).values()) {
      expect(o).toMatchObject({ due: dueOn('2018-07-25'), originalDue: dueOn('2018-07-15') });
      expect(o).toMatchObject({ cycle: 2, cycleKind: 'extended', dueBeforeExtension: null });
      expect(calledFor(await readSteps(pool, o.id))).toEqual(o.own ? [] : ['2 extended-2']);
    }
  });

  it('never shortens an individual extension; withdrawn, it gives way to the new date', async () => {
    await extend(AGRICULTURE, '2018-08-10');
    await extend(GUZHEN, '2018-07-20');
    await move('2018-07-25');
    const kept = await readObligation(pool, AGRICULTURE);
    expect(kept).toMatchObject({ due: dueOn('2018-08-10'), cycle: 2 });
    expect(await readObligation(pool, GUZHEN)).toMatchObject({
      due: dueOn('2018-07-25'),
      dueBeforeExtension: null,
    });
    await apply(onObligation(AGRICULTURE, { kind: 'withdraw-extension', reason: '已完成' }));
    expect(await readObligation(pool, AGRICULTURE)).toMatchObject({ due: dueOn('2018-07-25') });
  });

  it('leaves the date of a return alone, also when the answer to it was taken back', async () => {
    await apply(submit(AGRICULTURE));
    const back = {
      kind: 'return',
      version: 1,
      reason: '缺数据',
      until: day('2018-08-01'),
    } as const;
    await apply(onObligation(AGRICULTURE, back));
    await apply(submit(AGRICULTURE));
    await apply(onObligation(AGRICULTURE, { kind: 'withdraw', reason: '有误' }));
    await move('2018-07-25');
    expect(await readObligation(pool, AGRICULTURE)).toMatchObject({
      state: 'open',
      due: dueOn('2018-08-01'),
    });
  });

  it('a report taken back afterwards is owed by the new date; the accepted one is left alone', async () => {
    await apply(submit(AGRICULTURE));
    await apply(submit(GUZHEN));
    await apply(onObligation(GUZHEN, { kind: 'accept', version: 1 }));
    await move('2018-07-25');
    expect(calledFor(await readSteps(pool, AGRICULTURE))).toEqual(['1 receipt-1']);
    await apply(onObligation(AGRICULTURE, { kind: 'withdraw', reason: '有误' }));
    expect(await readObligation(pool, AGRICULTURE)).toMatchObject({ due: dueOn('2018-07-25') });
    expect(await readObligation(pool, GUZHEN)).toMatchObject({ due: dueOn('2018-07-15') });
  });

  it('makes a version that was compiled before it stale', async () => {
    const before = await readRound(pool, ROUND);
    await move('2018-07-25');
    expect((await readRound(pool, ROUND)).reportSeq).toBe(before.reportSeq + 1);
  });
});

describe('after the sign-off', () => {
  it('a report is kept as a supplement, not compiled, and counts when the round is opened again', async () => {
    await apply(submit(BUREAU));
    await signOff();
    for (const id of [AGRICULTURE, GUZHEN, GUZHEN]) {
      expect(await apply(submit(id))).toMatchObject({ ok: true, supplement: true });
    }
    expect((await newestSubmissions(pool, ROUND)).map((s) => s.obligation)).toEqual([BUREAU]);
    expect((await readRound(pool, ROUND)).outstanding).toBe(43);

    const reopened = await onTheRound({ kind: 'reopen', reason: '市政府退回' });
    expect(reopened).toMatchObject({ ok: true, outstanding: 41 });
    expect(await readRound(pool, ROUND)).toMatchObject({
      phase: 'open',
      signedOffVersion: null,
      signedOffAt: null,
    });
    expect(await readObligation(pool, GUZHEN)).toMatchObject({
      state: 'submitted',
      version: 2,
      firstVersion: 2,
      firstReceivedAt: at('2018-07-13 11:00'),
    });
    const supplements = (await readSubmissions(pool, GUZHEN)).map((s) => s.supplement);
    expect(supplements).toEqual([false, false]);
    expect(await readObligation(pool, BUREAU)).toMatchObject({ state: 'submitted', version: 1 });
    const restarted = `select 1 from outbox where kind = 'start-round' and workflow_id = $1`;
    expect((await pool.query(restarted, [ROUND])).rowCount).toBe(1);
    expect((await openRound(pool, ROUND)).slices.flat()).toHaveLength(44);
  });

  it('a supplement of a waived unit ends the waiver, one after the date of a return is late for it', async () => {
    await apply(onObligation(GUZHEN, { kind: 'waive', reason: '职责划转' }));
    await apply(submit(AGRICULTURE));
    const back = {
      kind: 'return',
      version: 1,
      reason: '缺数据',
      until: day('2018-07-20'),
    } as const;
    await apply(onObligation(AGRICULTURE, back));
    await signOff();
    const receivedAt = at('2018-07-23 10:00');
    for (const id of [GUZHEN, AGRICULTURE]) await apply(submit(id, { receivedAt }));
    const reopened = await onTheRound({ kind: 'reopen', reason: '市政府退回' });
    expect(reopened).toMatchObject({ outstanding: 42 });
    expect(await readObligation(pool, GUZHEN)).toMatchObject({
      state: 'submitted',
      waivedReason: null,
    });
    expect(await readObligation(pool, AGRICULTURE)).toMatchObject({
      state: 'submitted',
      returnLate: true,
      firstVersion: 1,
    });
  });

  it('a supplement received at the same instant as the version before it counts too', async () => {
    const record = { kind: 'record', way: 'paper', evidence: '收文' } as const;
    const { act } = submit(AGRICULTURE);
    if (act.kind !== 'submit') throw new Error('no report');
    const actuallyReceivedAt = at('2018-07-12 09:00');
    const command = () =>
      apply(onObligation(AGRICULTURE, { ...record, report: act.report, actuallyReceivedAt }));
    await command();
    await apply(onObligation(AGRICULTURE, { kind: 'accept', version: 1 }));
    await signOff();
    await command();
    await onTheRound({ kind: 'reopen', reason: '市政府退回' });
    // No longer accepted: nobody has seen the new version.
    expect(await readObligation(pool, AGRICULTURE)).toMatchObject({
      state: 'submitted',
      version: 2,
    });
  });
});

describe('a round cancelled', () => {
  it('accepts nothing any more and does not open', async () => {
    expect(await onTheRound({ kind: 'cancel', reason: '方案终止' })).toMatchObject({ ok: true });
    expect(await apply(submit(AGRICULTURE))).toMatchObject({ ok: false, code: 'closed' });
    expect((await openRound(pool, ROUND)).slices.flat()).toEqual([]);
  });
});

it('opened by two at once it opens once, with the same answer for both', async () => {
  const opening = () => openRound(pool, WINTER, at('2017-12-22 09:00'));
  const [one, other] = await Promise.all([opening(), opening()]);
  expect(other).toEqual(one);
  const { outstanding } = await readRound(pool, WINTER);
  expect([one.slices.flat().length, (await byUnit(pool, WINTER)).size]).toEqual([
    outstanding,
    outstanding,
  ]);
});
