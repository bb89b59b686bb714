import { expect, test } from 'vitest';
import type { FolderProblem } from '../../../gateways/plan-folder/folder-problem.ts';
import { altered } from './altered-folder.ts';
import { lineOf, read, TABLE } from './items-table.ts';

const ITEM_1 = lineOf('\t1．');
test.each<[string, string | RegExp, string, Partial<FolderProblem>]>([
  [
    'an unknown unit, with the nearest one',
    '\n\t中山银监分局\n',
    '\n\t中山银监局\n',
    {
      line: ITEM_1 + 1,
      cell: '牵头部门',
      value: '中山银监局',
      message: '名册里没有单位“中山银监局”。是不是“中山银监分局”？',
    },
  ],
  [
    'an unknown unit on a wrapped line of a support cell',
    '\n市金融局\n\t2017',
    '\n市金溶局\n\t2017',
    {
      line: ITEM_1 + 2,
      cell: '支持部门',
      value: '市金溶局',
      message: expect.stringContaining('市金融局'),
    },
  ],
  [
    'units with a comma between them',
    '市农业局、市财政局',
    '市农业局，市财政局',
    { cell: '牵头部门', message: '“市农业局，市财政局”不是一个单位；单位之间只用顿号“、”分隔。' },
  ],
  [
    'a unit written twice',
    '市金融局、市财政局',
    '市金融局、市金融局',
    { value: '市金融局', message: '单位“市金融局”在同一格里写了两次。' },
  ],
  [
    'a separator with nothing after it',
    '市金融局、市财政局\n\t\n',
    '市金融局、\n\t\n',
    { cell: '牵头部门', message: '顿号的前面或后面没有单位。' },
  ],
  [
    'an empty lead cell',
    '\n\t中山银监分局\n',
    '\n\t\n',
    { line: ITEM_1 + 1, cell: '牵头部门', message: '牵头部门是空的；每个事项至少有一个牵头部门。' },
  ],
  [
    'a lead that is nobody in particular',
    '\n\t中山银监分局\n',
    '\n\t相关金融机构\n',
    { line: ITEM_1 + 1, cell: '牵头部门', value: '相关金融机构' },
  ],
  [
    'an unknown schedule',
    '\t2017-2020年',
    '\t尽快',
    {
      cell: '时间安排',
      value: '尽快',
      message: '时间安排“尽快”看不懂。',
      remedy: '请写成“2017-2020年”这样的起止年份、“2018年”这样的单个年份，或“长期”。',
    },
  ],
  [
    'years the wrong way round',
    '\t2017-2020年',
    '\t2020-2017年',
    { value: '2020-2017年', message: '时间安排“2020-2017年”看不懂。' },
  ],
  ['an empty schedule', '\t2017-2020年', '\t', { cell: '时间安排', message: '时间安排是空的。' }],
  [
    'a schedule outside the plan',
    '2018年',
    '2031年',
    { value: '2031年', message: expect.stringContaining('与方案的年份 2017—2020 没有重合') },
  ],
  [
    'a gap in the numbers, told once',
    '\t30．',
    '\t31．',
    { line: lineOf('\t30．'), value: '31', message: '事项编号是 31，按顺序应为 30。' },
  ],
  [
    'a number used twice',
    '\t12．',
    '\t11．',
    {
      value: '11',
      message: `事项编号 11 重复，第 ${lineOf('\t11．')} 行已经用过，按顺序应为 12。`,
    },
  ],
  [
    'a row without its number',
    '\t12．',
    '\t',
    {
      line: lineOf('\t12．'),
      cell: '工作内容',
      message: '工作内容没有编号；应以数字和圆点开头，例如“1．”。',
    },
  ],
  [
    'a first row without its number',
    '\t1．',
    '\t',
    { line: ITEM_1, message: '工作内容没有编号；应以数字和圆点开头，例如“1．”。' },
  ],
  [
    'a row without content',
    /\t14．.*\n/,
    '\t14．\n',
    { cell: '工作内容', message: '工作内容是空的。' },
  ],
  [
    'a missing support cell',
    /(\t4．.*\n\t市金融局\n)\t\n/,
    '$1',
    {
      line: lineOf('\t4．'),
      message: '第 4 项有 4 个单元格，应为 5 个（分类、工作内容、牵头部门、支持部门、时间安排）。',
    },
  ],
  [
    'a missing schedule cell',
    /(\t4．.*\n\t市金融局\n\t\n)\t2017-2020年\n/,
    '$1',
    { line: lineOf('\t4．'), message: expect.stringContaining('第 4 项有 4 个单元格') },
  ],
  [
    'a missing category cell',
    /\t\n(\t5．)/,
    '$1',
    { line: lineOf('\t5．') - 1, message: expect.stringContaining('第 5 项有 4 个单元格') },
  ],
  [
    'a cell too many',
    /(\t5．.*\n)/,
    '$1\t\n',
    { line: lineOf('\t5．'), message: expect.stringContaining('第 5 项有 6 个单元格') },
  ],
  [
    'a tab within a line',
    '\n\t中山银监分局\n',
    '\n\t中山银监分局\t市金融局\n',
    { line: ITEM_1 + 1, message: '一行之内有多余的制表符；制表符只能在行首，表示一个新单元格。' },
  ],
  [
    'a category without its number',
    '\t二、探索',
    '\t探索',
    { cell: '分类', message: expect.stringContaining('应为中文数字、顿号和名称') },
  ],
  [
    'a gap in the categories',
    '\t二十一、',
    '\t二十二、',
    { cell: '分类', message: '分类序号是二十二，按顺序应为二十一。' },
  ],
  [
    'no category in the first row',
    '\t一、充分发挥各类银行机构的作用',
    '\t',
    { line: ITEM_1 - 1, message: '第一个事项没有分类。' },
  ],
  [
    'another header',
    '\t支持部门\n',
    '\t配合人员\n',
    {
      message:
        '表头是“分类、工作内容、牵头部门、配合人员、时间安排”，应为“分类、工作内容、牵头部门、支持部门、时间安排”五格。',
    },
  ],
  [
    'a header cell too few',
    '\t支持部门\n',
    '',
    { message: expect.stringContaining('表头是“分类、工作内容、牵头部门、时间安排”') },
  ],
])('it reports %s', (_, old, now, problem) => {
  const { problems } = read(altered(TABLE, old, now));
  expect(problems[0]).toMatchObject({ file: 'items.txt', ...problem });
  for (const { message, remedy } of problems) {
    expect(message).toMatch(/[。？]$/);
    expect(remedy).toMatch(/。$/);
  }
});
