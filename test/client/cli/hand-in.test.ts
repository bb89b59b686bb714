/** Submitting, recording and judging reports by the command line, against a real database. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counterOf } from '../../support/command-line.ts';
import { type OpenRound, openInJuly } from '../../support/record/opened-round.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let round: OpenRound;
let at: ReturnType<typeof counterOf>;
beforeAll(async () => {
  round = await openInJuly();
  at = counterOf(round);
});
afterAll(() => round.database.drop());

test('a prefilled form can be submitted as it is, once for the same id, and is on the board', async () => {
  const file = path.join(temporaryFolder(), 'guzhen.json');
  await at.done('form', '2018H1', '古镇镇', '-o', file);
  const first = await at.done('submit', '2018H1', 'guzhen', file, '--id', 'once');
  expect(first).toMatch(/回执号：2018H1-guzhen-1.*计为迟报/s);
  expect(await at.done('submit', '2018H1', '古镇', file, '--id', 'once')).toBe(first);
  writeFileSync(file, readFileSync(file, 'utf8').replace('较上期无变化', '另有进展'));
  await at.refused(
    '操作编号“once”已用于另一项内容',
    'submit',
    '2018H1',
    'guzhen',
    file,
    '--id',
    'once',
  );
  expect(await at.onBoard('guzhen')).toMatchObject({
    state: 'submitted',
    late: true,
    lateByOriginal: true,
    overdue: false,
    due: '2018-07-15',
  });
}, 60_000);

test('an Excel form is read back, and one of another unit is refused', async () => {
  const file = path.join(temporaryFolder(), 'nanlang.xlsx');
  await at.done('form', '2018H1', '南朗镇', '-o', file);
  const [outcome] = await Promise.all([
    at.json('submit', '2018H1', '南朗镇', file),
    at.refused('拿错了报送表', 'submit', '2018H1', '三乡镇', file),
  ]);
  expect(outcome).toMatchObject({
    ok: true,
    kind: 'submit',
    version: 1,
    receipt: '2018H1-nanlang-1',
  });
}, 60_000);

test('figures are submitted in a file, and shown', async () => {
  const file = path.join(temporaryFolder(), 'sanxiang.json');
  await at.done('form', '2018H1', '三乡镇', '-o', file);
  const form = JSON.parse(readFileSync(file, 'utf8'));
  expect(form.items[0].figures).toEqual([]);
  const figure = { name: '涉农贷款余额', value: '约12', unit: '亿元' };
  const write = (value: string) => {
    form.items[0].figures = [{ ...figure, value }];
    writeFileSync(file, JSON.stringify(form));
  };
  write('约12');
  await at.refused('“约12”不是数字', 'submit', '2018H1', '三乡镇', file);
  write('1,234.50');
  await at.done('submit', '2018H1', '三乡镇', file);
  expect(await at.done('show', '2018H1', '三乡镇')).toContain(
    '第52项数据：涉农贷款余额1234.50亿元',
  );
  const handedIn = { ...figure, value: '1234.50' };
  expect(await at.json('show', '2018H1', '三乡镇')).toMatchObject({
    submissions: [{ report: { items: [{ no: 52, figures: [handedIn] }, { no: 53 }] } }],
  });
  // The next form has them as they were handed in.
  const again = JSON.parse(await at.done('form', '2018H1', '三乡镇'));
  expect(again.items[0].figures).toEqual([{ ...handedIn, last: null }]);
}, 90_000);

test('a report that came in time by another way is recorded as on time, returned, and accepted in its newest version', async () => {
  const file = path.join(temporaryFolder(), 'dongqu.json');
  await at.done('form', '2018H1', '东区', '-o', file);
  const record = [
    'record',
    '2018H1',
    '东区',
    file,
    '--way',
    'oa',
    '--evidence',
    '收文〔2018〕12号',
  ];
  await at.refused('不是有效的时刻', ...record, '--received-at', '上周五');
  await at.done(...record, '--received-at', '2018-07-13 16:30');
  expect(await at.onBoard('dongqu')).toMatchObject({
    late: false,
    firstReceivedAt: '2018-07-13T16:30:00+08:00',
  });
  const why = ['--reason', '缺数据', '--until', '2018-07-20'];
  const back = await at.run('return', '2018H1', '东区', ...why);
  expect([back.code, back.err]).toEqual([0, '按东区最新的第1版。\n']);
  await at.refused('没有待审的材料', 'accept', '2018H1', '东区');
  const shown = await at.json('show', '2018H1', '东区');
  expect(shown).toMatchObject({
    unit: 'dongqu',
    state: 'returned',
    due: { nominal: '2018-07-20', effective: '2018-07-20' },
    submissions: [{ version: 1, way: 'oa', evidence: '收文〔2018〕12号' }],
    commands: [{ kind: 'record', ok: true }, { kind: 'return' }, { kind: 'accept', ok: false }],
  });
}, 90_000);

describe('bad input is refused with a sentence, and nothing is written', () => {
  test.each([
    ['名册里没有单位“小兰镇”。是不是“小榄镇”', 'confirm', '2018H1', '小兰镇'],
    [
      '不能延期到已过去的日子：2018年7月10日',
      'extend',
      '2018H1',
      '小榄镇',
      '--until',
      '2018-07-10',
      '--reason',
      '病假',
    ],
    ['不是有效的日期', 'extend', '2018H1', '小榄镇', '--until', '2018-02-30', '--reason', '病假'],
    ['2018年度已经启动，不能重复启动', 'year', 'start', '2018'],
    ['可用的年度：2018、2019、2020、2021', 'year', 'start', '2024'],
    ['没有人可以确认', 'year', 'start', '2019'],
    ['还没有汇总稿', 'sign-off', '2018H1', '--version', '1'],
    ['没有编号为“abcdef”的待审发文稿', 'release', 'abcdef'],
    ['读不到文件“nowhere.json”', 'submit', '2018H1', '小榄镇', 'nowhere.json'],
    ['没有批次', 'board', '2019H1'],
  ])(
    '%s',
    async (sentence, ...args) => {
      const { code, out, err } = await at.run(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(sentence);
    },
    60_000,
  );

  test('a broken report file names every fault and its place', async () => {
    const file = path.join(temporaryFolder(), 'broken.json');
    writeFileSync(file, JSON.stringify({ items: [{ no: 52, status: '好' }], phone: 1 }));
    const { code, err } = await at.run('submit', '2018H1', '小榄镇', file);
    expect(code).toBe(1);
    expect(err).toMatch(/第1行 status.*phone/s);
    expect(await at.onBoard('xiaolan')).toMatchObject({ state: 'open', overdue: true });
  }, 60_000);
});
