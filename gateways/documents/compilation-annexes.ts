/** Annexes 1 to 3 of the compiled report, as tables on lying pages. */
import type { FileChild } from 'docx';
import type { ItemPart } from '../../domain/compilation/categories.ts';
import type { Compilation } from '../../domain/compilation/compilation.ts';
import { periodLabel } from '../../domain/time/dates-in-words.ts';
import { chineseNumeral } from '../chinese-numerals.ts';
import { annexMark, blank, body, title } from './paragraphs.ts';
import { type Column, type TableLine, table } from './table.ts';

// Each adds up to the type area of a lying page, 12756 twips.
const ITEM_COLUMNS: readonly Column[] = [
  { title: '序号', width: 756, align: 'centre' },
  { title: '工作内容', width: 5500 },
  { title: '牵头部门', width: 2000 },
  { title: '时间安排', width: 1900, align: 'centre' },
  { title: '进展状态', width: 2600 },
];
const ARRIVAL_COLUMNS: readonly Column[] = [
  { title: '序号', width: 800, align: 'centre' },
  { title: '单位', width: 2900 },
  { title: '状态', width: 1100, align: 'centre' },
  { title: '首次收到时间', width: 2900, align: 'centre' },
  { title: '方式', width: 1500, align: 'centre' },
  { title: '是否按期', width: 1500, align: 'centre' },
  { title: '备注', width: 2056 },
];
const MISSING_COLUMNS: readonly Column[] = [
  { title: '序号', width: 800, align: 'centre' },
  { title: '单位', width: 3200 },
  { title: '应报事项', width: 3456 },
  { title: '报送期限', width: 2000, align: 'centre' },
  { title: '情况', width: 3300 },
];

export function compilationAnnexes(compilation: Compilation): {
  readonly names: readonly string[];
  readonly children: readonly FileChild[];
} {
  const period = periodLabel(compilation.period);
  const annexes = [
    { name: `${period}任务进展汇总表`, content: table(ITEM_COLUMNS, itemLines(compilation)) },
    { name: `${period}报送情况表`, content: table(ARRIVAL_COLUMNS, arrivalLines(compilation)) },
    { name: `${period}未报送单位名单`, content: missing(compilation) },
  ];
  return {
    names: annexes.map((annex) => annex.name),
    children: annexes.flatMap(({ name, content }, index) => [
      annexMark(`附件${index + 1}`, index > 0),
      blank(),
      title([name]),
      blank(),
      content,
    ]),
  };
}

function itemLines({ categories }: Compilation): TableLine[] {
  return categories.flatMap((category) => [
    { across: `${chineseNumeral(category.no)}、${category.title}` },
    ...category.items.map((item) => [
      String(item.no),
      item.content,
      item.leads.join('、'),
      item.schedule,
      statuses(item),
    ]),
  ]);
}

/** One status when all leads agree, otherwise a line for each. */
function statuses({ texts, ledByTowns }: ItemPart): string {
  if (ledByTowns) return '见第三部分';
  const each = texts.map((text) => text.status ?? text.note);
  if (new Set(each).size <= 1) return each[0] ?? '—';
  return texts.map((text, index) => `${text.unitName}：${each[index]}`).join('\n');
}

const arrivalLines = ({ arrivals }: Compilation): TableLine[] =>
  arrivals.map((row, index) => [
    String(index + 1),
    row.unitName,
    row.state,
    row.firstReceived,
    row.way,
    row.onTime,
    row.note,
  ]);

const missing = ({ missing: rows }: Compilation): FileChild =>
  rows.length === 0
    ? body('无。')
    : table(
        MISSING_COLUMNS,
        rows.map((row, index) => [
          String(index + 1),
          row.unitName,
          row.items.length === 0 ? '零报告' : `第${row.items.join('、')}项`,
          row.due,
          row.extendedTo === null ? row.situation : `${row.situation}（延至${row.extendedTo}）`,
        ]),
      );
