import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Pool } from '../../../../store/db/pool.ts';
import { brokenEntry } from '../../../../store/read/trail.ts';
import { applyCommand } from '../../../../store/write/commands.ts';
import { AGRICULTURE, GUZHEN, ROUND } from '../../../support/people/cast.ts';
import {
  onObligation,
  onRound,
  onYear,
  reportOf,
  snapshot,
  trailLength,
} from '../../../support/record/commands.ts';
import type { TestDatabase } from '../../../support/record/database.ts';
import { openedRound } from '../../../support/record/opened-round.ts';
import { at } from '../../../support/time/dates.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await openedRound();
  pool = database.pool;
});
afterAll(async () => {
  expect(await brokenEntry(pool, ROUND)).toBeNull();
  await database.drop();
});

const apply = (command: Parameters<typeof applyCommand>[1]) => applyCommand(pool, command);

describe('a refused command leaves everything as it was, but for its entry', () => {
  const row = (no: number) => ({
    no,
    status: '按序时推进' as const,
    progress: '推进。',
    problems: '',
    nextSteps: '',
  });
  const own = () => reportOf(AGRICULTURE);
  test.each<[string, () => Parameters<typeof applyCommand>[1], string, string]>([
    [
      'another unit’s item',
      () =>
        onObligation(AGRICULTURE, {
          kind: 'submit',
          report: { ...own(), items: [...own().items, row(53)] },
        }),
      'invalid',
      '第53项不由贵单位报送',
    ],
    [
      'a report too large',
      () =>
        onObligation(AGRICULTURE, {
          kind: 'submit',
          report: { ...own(), remark: '大'.repeat(50_001) },
        }),
      'invalid',
      '超过50000字',
    ],
    [
      'a character the database cannot hold',
      () =>
        onObligation(AGRICULTURE, { kind: 'submit', report: { ...own(), remark: '数据\u0000' } }),
      'invalid',
      '“数据�”中含有无法显示的控制字符',
    ],
    [
      'half a character',
      () => onRound({ kind: 'pause', reason: '表情\ud83d' }),
      'invalid',
      '“表情�”中含有无法显示的控制字符',
    ],
    [
      'a report too large by hand entry',
      () =>
        onObligation(GUZHEN, {
          kind: 'record',
          report: { ...reportOf(GUZHEN), remark: '大'.repeat(1001) },
          way: 'mail',
          actuallyReceivedAt: at('2018-07-12 09:00'),
          evidence: '邮件',
        }),
      'invalid',
      '超过1000字',
    ],
    [
      'a unit that owes nothing',
      () => onObligation(`${ROUND}/nobody`, { kind: 'confirm' }),
      'not_found',
      '没有报送任务',
    ],
    [
      'a round that does not exist',
      () => onRound({ kind: 'compile' }, { round: `${ROUND}X` }),
      'not_found',
      '没有批次',
    ],
    [
      'a version that does not exist',
      () => onRound({ kind: 'sign-off', version: 1 }),
      'refused',
      '还没有汇总稿',
    ],
    ['a round opened by hand', () => onRound({ kind: 'open' }), 'refused', '到期自动开启'],
    ['a year that runs', () => onYear({ kind: 'start-year' }), 'refused', '不能重复启动'],
  ])('%s', async (_, command, code, sentence) => {
    const before = await snapshot(pool, ROUND);
    const length = await trailLength(pool);
    const outcome = await apply(command());
    expect(outcome).toMatchObject({ ok: false, code });
    expect(outcome.message).toContain(sentence);
    expect(await snapshot(pool, ROUND)).toEqual(before);
    expect(await trailLength(pool)).toBe(length + 1);
  });
});
