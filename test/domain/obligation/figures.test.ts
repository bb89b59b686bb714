import { describe, expect, it } from 'vitest';
import {
  figureRows,
  figureText,
  isLeft,
  normalFigure,
} from '../../../domain/obligation/figures.ts';
import { prefilledReport } from '../../../domain/obligation/report-form.ts';
import { fieldProblemsWith, problemsWith } from '../../../domain/obligation/report-problems.ts';
import type { Figure, Report } from '../../../domain/obligation/submission.ts';
import { signedReport } from '../../support/reports/reports.ts';

const owes = { items: [9], optionalItems: [], isTown: false };
const figure = (changes: Partial<Figure> = {}): Figure => ({
  name: '涉农贷款余额',
  value: '12.3',
  unit: '亿元',
  ...changes,
});
const reportWith = (figures: readonly Figure[]): Report => ({
  ...signedReport,
  items: [
    { no: 9, status: '按序时推进', progress: '过半。', problems: '', nextSteps: '', figures },
  ],
});

describe('a value', () => {
  it.each([
    ['12.3', '12.3'],
    [' 12.30 ', '12.30'],
    ['-0.5', '-0.5'],
    ['−0.5', '-0.5'],
    ['+8', '8'],
    ['１２．３', '12.3'],
    ['12。3', '12.3'],
    ['1,234,567.8', '1234567.8'],
    ['1，234', '1234'],
    ['007', '7'],
    ['-.5', '-0.5'],
    ['0.0', '0.0'],
    ['12.3亿元', '12.3'],
    ['1 234', '1234'],
  ])('typed as %s is %s', (typed, value) => {
    const normal = normalFigure(figure({ value: typed }));
    expect(normal.value).toBe(value);
    expect(problemsWith(reportWith([normal]), owes)).toEqual([]);
  });

  it.each(['约12', '12,3', '1,23,4', '12.', '1e9', '12万元', '--5', '12-13', '0x1f', '十二'])(
    'typed as %s is no number, stays as it is, and is refused with the way out',
    (typed) => {
      const normal = normalFigure(figure({ value: typed }));
      expect(normal.value).toBe(typed);
      expect(fieldProblemsWith(reportWith([normal]), owes)).toEqual([
        {
          field: 'item-9-figure-1-value',
          sentence: `第9项数据“涉农贷款余额”的数值“${typed}”不是数字，请只填一个数，如 12.3 或 -0.5；单位填在“单位”里，说明写进“进展情况”。`,
        },
      ]);
    },
  );
});

describe('what is wrong with figures', () => {
  const full = { name: '贷'.repeat(30), value: `-${'9'.repeat(12)}.${'9'.repeat(6)}`, unit: '户' };
  const six = [1, 2, 3, 4, 5, 6].map((n) => figure({ name: `数据${n}` }));

  it('is nothing at the limits', () => {
    expect(problemsWith(reportWith([full]), owes)).toEqual([]);
    expect(problemsWith(reportWith(six), owes)).toEqual([]);
    expect(problemsWith(reportWith([]), owes)).toEqual([]);
  });

  it.each<[string, readonly Figure[], string, RegExp]>([
    ['no name', [figure({ name: '' })], 'item-9-figure-1-name', /^第9项第1个数据未填名称/],
    ['no value', [figure({ value: '' })], 'item-9-figure-1-value', /未填数值.*清空。$/],
    ['no unit', [figure({ unit: '' })], 'item-9-figure-1-unit', /未填单位，请填写，如亿元/],
    [
      'a name too long',
      [figure({ name: '贷'.repeat(31) })],
      'item-9-figure-1-name',
      /的名称共31字，超过30字/,
    ],
    [
      'a unit too long',
      [figure({ unit: '元'.repeat(11) })],
      'item-9-figure-1-unit',
      /的单位共11字，超过10字/,
    ],
    [
      'too many digits',
      [figure({ value: '1234567890123' })],
      'item-9-figure-1-value',
      /位数过多.*最多12位/,
    ],
    ['too many decimals', [figure({ value: '0.1234567' })], 'item-9-figure-1-value', /最多6位/],
    ['a control character', [figure({ name: '贷\u0000款' })], 'item-9-figure-1-name', /控制字符/],
    [
      'a name twice',
      [figure(), figure({ value: '1' })],
      'item-9-figure-2-name',
      /“涉农贷款余额”填了不止一次/,
    ],
    [
      'seven of them',
      [...six, figure({ name: '数据7' })],
      'item-9-figure-6-name',
      /^第9项填了7个数据，超过6个/,
    ],
  ])('is told of %s at its field', (_, figures, field, sentence) => {
    expect(fieldProblemsWith(reportWith(figures), owes)).toEqual([
      { field, sentence: expect.stringMatching(sentence) as string },
    ]);
  });
});

describe('last period’s figures', () => {
  const last = [figure(), figure({ name: '贷款户数', value: '1180', unit: '户' })];

  it('stand beside this one’s by name, and with an empty value where there is none yet', () => {
    expect(figureRows([figure({ value: '13' }), figure({ name: '保费' })], last)).toEqual([
      { ...figure({ value: '13' }), last: '12.3 亿元' },
      { ...figure({ name: '保费' }), last: null },
      { name: '贷款户数', value: '', unit: '户', last: '1180 户' },
    ]);
  });

  it('without a value count as left out, unless somebody typed the name', () => {
    expect(isLeft({ value: ' ', last: '1180 户' })).toBe(true);
    expect(isLeft({ value: '0', last: '1180 户' })).toBe(false);
    expect(isLeft({ value: '', last: null })).toBe(false);
  });

  it('are never used as this period’s', () => {
    const report = prefilledReport(owes, reportWith(last), []);
    expect(report.items[0]).not.toHaveProperty('figures');
    expect(report.items[0]?.progress).toBe('过半。');
  });
});

it('a figure reads as an official document writes it', () => {
  expect(figureText(figure())).toBe('涉农贷款余额12.3亿元');
  expect(figureText(figure({ name: '覆盖率2018' }))).toBe('覆盖率2018 12.3亿元');
});
