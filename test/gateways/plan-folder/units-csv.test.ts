import { expect, test } from 'vitest';
import type { FolderProblem } from '../../../gateways/plan-folder/folder-problem.ts';
import { altered, readAltered, shippedFile } from './altered-folder.ts';

const UNITS = await shippedFile('units.csv');

type Case = [string, Record<string, string | null>, Partial<FolderProblem>];

test.each<Case>([
  [
    'an alias that means two units',
    { 'units.csv': altered(UNITS, 'town,小榄|', 'town,小榄|古镇|') },
    {
      file: 'units.csv',
      line: lineOf(UNITS, 'guzhen,'),
      cell: 'aliases',
      value: '古镇',
      message: '“古镇”既指“小榄镇”，又指“古镇镇”；一个名字只能指一个单位，写一次。',
    },
  ],
  [
    'a code used twice',
    { 'units.csv': altered(UNITS, 'xiaolan,', 'guzhen,') },
    { cell: 'code', value: 'guzhen' },
  ],
  [
    'a unit named like a collective name',
    { 'units.csv': altered(UNITS, 'town,小榄|', 'town,各镇区|小榄|') },
    { cell: 'aliases', message: '“各镇区”是统称，不能作单位的名称。' },
  ],
  [
    'an unknown class',
    { 'units.csv': altered(UNITS, 'other,court', 'other,judge') },
    { cell: 'class', value: 'judge', remedy: expect.stringContaining('court（法院）') },
  ],
  [
    'a day that does not exist',
    { 'units.csv': altered(UNITS, '2017-08-08', '2017-02-30') },
    { cell: 'until', value: '2017-02-30', message: expect.stringContaining('2018-07-05') },
  ],
  [
    'a successor that is not in the roster',
    { 'units.csv': altered(UNITS, /(中山市国家税务局),,,,/, '$1,,,2018-07-04,shuiwuju') },
    { cell: 'successor', value: 'shuiwuju', message: '接替单位“shuiwuju”不在名册里。' },
  ],
  [
    'a lead unit that ends without a successor',
    { 'units.csv': altered(UNITS, /(中山市国家税务局),,,,/, '$1,,,2018-07-04,') },
    {
      file: 'units.csv',
      message: expect.stringContaining('牵头单位“市国税局”在2018年上半年的截止日不存在'),
    },
  ],
  [
    'an unknown column',
    { 'units.csv': altered(UNITS, ',successor', ',heir') },
    { cell: 'heir', message: '不认识的列“heir”。' },
  ],
  ['an empty roster', { 'units.csv': '' }, { file: 'units.csv', message: '文件是空的。' }],
  [
    'a unit of the table that the roster does not know',
    { 'units.csv': altered(UNITS, /linyeju.*\n/, '') },
    { file: 'items.txt', cell: '支持部门', value: '市林业局' },
  ],
])('it reports %s', async (_, files, problem) => {
  const { plan, problems } = await readAltered(files);
  expect(plan).toBeUndefined();
  expect(problems).toContainEqual(expect.objectContaining(problem));
});

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
