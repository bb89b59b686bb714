/**
 * The compiled report as a Word file: the body of an official document (正文稿) in the layout of GB/T 9704-2012. The
 * bureau's document system adds the red head, the number and the seal.
 */

import type { FileChild } from 'docx';
import type { ItemPart, UnitStatus, UnitText } from '../../domain/compilation/categories.ts';
import type { Compilation } from '../../domain/compilation/compilation.ts';
import type { TownPart, UnitPoints } from '../../domain/compilation/units.ts';
import { figuresText } from '../../domain/obligation/figures.ts';
import { periodLabel } from '../../domain/time/dates-in-words.ts';
import { chineseNumeral } from '../chinese-numerals.ts';
import { officeDocument } from './office-document.ts';
import { landscape, portrait } from './office-styles.ts';
import {
  addressee,
  annexMark,
  attachmentList,
  blank,
  body,
  centred,
  closing,
  heading1,
  heading2,
  heading3,
  signature,
  title,
} from './paragraphs.ts';
import { type Column, type TableLine, table } from './table.ts';

/** The same compilation always makes the same bytes. */
export function compilationDocx(compilation: Compilation): Promise<Buffer> {
  const annexes = compilationAnnexes(compilation);
  return officeDocument(
    {
      title: compilation.title,
      creator: compilation.signature,
      created: compilation.asOf,
    },
    [
      { properties: portrait, children: report(compilation, annexes.names) },
      { properties: landscape, children: annexes.children },
    ],
  );
}

function report(compilation: Compilation, annexes: readonly string[]): FileChild[] {
  return [
    ...(compilation.demonstration ? [centred('【演示】本文件由演示系统生成，不是正式报告')] : []),
    title(compilation.titleLines),
    ...(compilation.draft ? [centred('（草稿，未报送单位见附件3）')] : []),
    blank(),
    addressee(compilation.addressee),
    heading1('一、总体情况'),
    heading2('（一）报送情况'),
    body(compilation.overview.arrivals),
    heading2('（二）任务进展'),
    body(compilation.overview.progress),
    heading1('二、主要工作进展'),
    ...categoryParagraphs(compilation),
    heading1('三、各镇区落实情况'),
    ...townParagraphs(compilation.towns),
    heading1('四、存在问题'),
    ...pointParagraphs(compilation.problems, '各单位未反映存在问题。'),
    heading1('五、下一步工作'),
    ...pointParagraphs(compilation.nextSteps, '各单位按方案和既定计划继续推进。'),
    closing('特此报告。'),
    blank(),
    ...attachmentList(annexes),
    blank(),
    blank(),
    ...signature(compilation.signature, compilation.date),
  ];
}

function categoryParagraphs({ categories, remarks }: Compilation): FileChild[] {
  return [
    ...categories.flatMap((category, index) => [
      heading2(`（${chineseNumeral(index + 1)}）${category.title}`),
      ...category.items.flatMap(itemParagraphs),
    ]),
    ...(remarks.length === 0
      ? []
      : [heading2(`（${chineseNumeral(categories.length + 1)}）其他情况`)]),
    ...remarks.map((remark) => body(remark.text, `${remark.unitName}：`)),
  ];
}

function townParagraphs(towns: readonly TownPart[]): FileChild[] {
  if (towns.length === 0) return [body('本期没有镇区报送任务。')];
  return towns.flatMap((town, index) => [
    heading2(`（${chineseNumeral(index + 1)}）${town.unitName}${inBrackets(town.note)}`),
    ...town.items.flatMap((row) => [
      body(row.text, `第${row.no}项${inBrackets(row.status ?? row.note)}：`),
      ...figureParagraphs(row),
    ]),
    ...(town.overall === '' ? [] : [body(town.overall, '总体情况：')]),
  ]);
}

function pointParagraphs(units: readonly UnitPoints[], none: string): FileChild[] {
  if (units.length === 0) return [body(none)];
  return units.flatMap((unit) =>
    unit.points.map((point) => body(point.text, `${unit.unitName}（第${point.no}项）：`)),
  );
}

function itemParagraphs(item: ItemPart): FileChild[] {
  const { no, content, texts, ledByTowns, townTexts, townStatuses, seeAlso } = item;
  return [
    heading3(`${no}.${gist(content)}`),
    ...texts.flatMap(textParagraphs),
    ...(ledByTowns ? [body('本项由各镇区分别落实，情况见第三部分。')] : []),
    ...(texts.length === 0 && !ledByTowns ? [body('本期没有单位承担本项报送。')] : []),
    ...townTexts.flatMap(textParagraphs),
    ...statusParagraphs(townStatuses),
    ...(seeAlso.length === 0 ? [] : [body(`（相关事项：第${seeAlso.join('、')}项。）`)]),
  ];
}

function textParagraphs(unitText: UnitText): FileChild[] {
  const { unitName, status, text, note } = unitText;
  const marks = [status ?? '', note].filter((mark) => mark !== '').join('；');
  return [
    body(text, `${unitName}${inBrackets(marks)}${text === '' ? '' : '：'}`),
    ...figureParagraphs(unitText),
  ];
}

/** 主要数据：涉农贷款余额12.3亿元；… */
function figureParagraphs({ figures = [] }: UnitText): FileChild[] {
  return figures.length === 0 ? [] : [body(`${figuresText(figures)}。`, '主要数据：')];
}

/** 东区、西区：不涉及。 */
function statusParagraphs(rows: readonly UnitStatus[]): FileChild[] {
  const statuses = [...new Set(rows.map((row) => row.status))];
  return statuses.map((status) => {
    const names = rows.filter((row) => row.status === status).map((row) => row.unitName);
    return body(`${status}。`, `${names.join('、')}：`);
  });
}

/** The first clauses of an item's text, 13 characters or more; annex 1 has the whole text. */
const gist = (content: string): string => /^.{13}[^，。；]*/u.exec(content)?.[0] ?? content;

const inBrackets = (text: string): string => (text === '' ? '' : `（${text}）`);

// The widths of each table add up to the type area of a landscape page, 12756 twips.
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

/** Annexes 1 to 3, as tables on landscape pages. */
function compilationAnnexes(compilation: Compilation): {
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

/** One status when all leads have the same, otherwise a line for each lead. */
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
