import fc from 'fast-check';
import { expect, test } from 'vitest';
import { altered } from './altered-folder.ts';
import { read, TABLE } from './items-table.ts';

test.each([
  ['an empty file', '', '没有找到任务表：没有一行以制表符开头。'],
  ['words only', '附件\n任务表\n', '没有找到任务表：没有一行以制表符开头。'],
  ['a header only', TABLE.slice(0, TABLE.indexOf('\t一、')), '任务表里没有工作事项。'],
  [
    'rows without a header',
    TABLE.slice(TABLE.indexOf('\t一、')),
    '表头缺失，应为“分类、工作内容、牵头部门、支持部门、时间安排”五格。',
  ],
])('%s is reported', (_, text, message) => {
  expect(read(text).problems.map((problem) => problem.message)).toEqual([message]);
});

test('one missing cell is one problem, and all other problems are reported beside it', () => {
  let text = altered(TABLE, /(\t4．.*\n\t市金融局\n)\t\n/, '$1');
  text = altered(text, '市委农办', '市委农工办');
  text = altered(text, '\t长期', '\t永远');
  const { problems } = read(text);
  expect(problems.map(({ value }) => value.slice(0, 5))).toEqual([
    '4．市财政',
    '永远',
    '市委农工办',
  ]);
});

test('a row missing in the middle is one problem, reported at the next row', () => {
  const { problems } = read(altered(TABLE, /\t\n\t31．.*\n(\t.*\n)+/, ''));
  expect(problems.map(({ message }) => message)).toEqual(['事项编号是 32，按顺序应为 31。']);
});

test('every missing or repeated cell of the table is noticed', () => {
  const lines = TABLE.split('\n');
  const cells = lines.flatMap((line, index) => (line.startsWith('\t') ? [index] : []));
  expect(cells).toHaveLength(57 * 5);
  const unnoticed = cells.filter((index) => {
    const without = lines.toSpliced(index, 1).join('\n');
    const twice = lines.toSpliced(index, 0, lines[index] ?? '').join('\n');
    return read(without).problems.length === 0 || read(twice).problems.length === 0;
  });
  expect(unnoticed.map((index) => [index + 1, lines[index]])).toEqual([]);
});

test('any text gives problems or items, never an exception', () => {
  const line = fc.constantFrom(
    '\t',
    '\t一、甲',
    '\t1．乙',
    '\t市金融局',
    '、',
    '\t长期',
    '',
    '\t\t',
    '丙',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const { items, problems } = read(lines.join('\n'));
      expect(problems.length > 0 || items.length > 0).toBe(true);
    }),
  );
});
