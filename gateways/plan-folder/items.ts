/** items.txt: reads the official table into work items and reports every problem at once. */

import { SCHEDULES, yearsOf } from '../../domain/plan/item-years.ts';
import { nearest } from '../../domain/plan/nearest.ts';
import type { WorkItem } from '../../domain/plan/plan.ts';
import { INSTITUTIONS } from '../../domain/plan/roster.ts';
import { chineseNumeral, numeralValue } from '../chinese-numerals.ts';
import type { ReportProblem } from './folder-problem.ts';

/** The items are complete only when no problem was reported. */
export function readItems(text: string, context: ItemsContext, report: ReportProblem): WorkItem[] {
  const cells = cellsOf(text);
  if (cells.length === 0) {
    report(
      {},
      '没有找到任务表：没有一行以制表符开头。',
      '请放入原表的文本，每个单元格以行首的一个制表符开始。',
    );
    return [];
  }
  const { header, rows } = rowsOf(cells);
  checkHeader(header, report);
  if (rows.length === 0) report({}, '任务表里没有工作事项。', '请放入完整的任务表。');
  const read = rows.flatMap((row) => readRow(row, context, report) ?? []);
  // With a row left out for its number of cells, its neighbours would seem misnumbered.
  if (read.length === rows.length) checkItemNumbers(read, report);
  return withCategories(read, read.length === rows.length, report);
}

function checkHeader(header: readonly Cell[], report: ReportProblem): void {
  const found = header.map(({ text }) => text.replaceAll(/\s/g, ''));
  if (found.join() === COLUMNS.join()) return;
  report(
    { line: header[0]?.line ?? null, value: found.join('、') },
    `表头${found.length === 0 ? '缺失' : `是“${found.join('、')}”`}，应为“${COLUMNS.join('、')}”五格。`,
    '请照原表恢复表头，每格一行，行首一个制表符。',
  );
}

/** 1, 2, 3 … without gap or repetition. After a gap counting continues from the written number, so a gap is reported once. */
function checkItemNumbers(rows: readonly RowRead[], report: ReportProblem): void {
  const lines = new Map<number, number>();
  let expected = 1;
  for (const { no = expected, line } of rows) {
    const first = lines.get(no);
    if (no !== expected) {
      const why = first === undefined ? `编号是 ${no}` : `编号 ${no} 重复，第 ${first} 行已经用过`;
      report(
        { line, cell: '工作内容', value: String(no) },
        `事项${why}，按顺序应为 ${expected}。`,
        '编号从 1 起连续，不跳号、不重号；请补回漏掉的事项或改正编号。',
      );
    }
    lines.set(no, first ?? line);
    expected = Math.max(no, expected) + 1;
  }
}

/** A blank category means the one above: in the original the cell is merged, or its text is repeated. */
function withCategories(
  rows: readonly RowRead[],
  contiguous: boolean,
  report: ReportProblem,
): WorkItem[] {
  let current = { no: 0, name: '' };
  return rows.map((row, index) => {
    const { category } = row;
    const repeated = category?.no === current.no && category.name === current.name;
    if (category && contiguous && !repeated && category.no !== current.no + 1) {
      report(
        { line: row.categoryLine, cell: '分类', value: category.name },
        `分类序号是${chineseNumeral(category.no)}，按顺序应为${chineseNumeral(current.no + 1)}。`,
        '分类序号从一起连续；请补回漏掉的分类或改正序号。',
      );
    }
    if (row.categoryBlank && index === 0) {
      report(
        { line: row.categoryLine, cell: '分类' },
        '第一个事项没有分类。',
        '请填上分类，例如“一、充分发挥各类银行机构的作用”。',
      );
    }
    current = category ?? current;
    return {
      no: row.no ?? index + 1,
      categoryNo: current.no,
      category: current.name,
      content: row.content,
      leads: row.leads,
      supports: row.supports,
      schedule: row.schedule,
    };
  });
}

/** A row, checked without its neighbours. */
type RowRead = {
  readonly line: number;
  /** Undefined when the row has no number, which has been reported. */
  readonly no: number | undefined;
  readonly categoryLine: number;
  readonly categoryBlank: boolean;
  /** Null for a blank or wrong cell. */
  readonly category: { readonly no: number; readonly name: string } | null;
  readonly content: string;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly schedule: string;
};

/** Undefined when the number of cells is wrong, so that they cannot be told apart. */
function readRow(row: Row, context: ItemsContext, report: ReportProblem): RowRead | undefined {
  for (const cell of row.cells.filter(({ strayTab }) => strayTab)) {
    report(
      { line: cell.line, value: cell.text },
      '一行之内有多余的制表符；制表符只能在行首，表示一个新单元格。',
      '请把行内的制表符删去，或另起一行。',
    );
  }
  const [category, content, leads, supports, schedule, ...rest] = row.cells;
  if (!category || !content || !leads || !supports || !schedule || rest.length > 0) {
    reportCellCount(row, report);
    return undefined;
  }
  return {
    line: content.line,
    ...readContent(content, report),
    categoryLine: category.line,
    categoryBlank: category.text === '',
    category: readCategory(category, report),
    leads: readUnitNames(leads, '牵头部门', context, report),
    supports: readUnitNames(supports, '支持部门', context, report),
    schedule: readSchedule(schedule, context, report),
  };
}

function reportCellCount(row: Row, report: ReportProblem): void {
  const content = row.cells.find(({ text }) => ITEM_NUMBER.test(text)) ?? row.cells[0];
  const name = ITEM_NUMBER.exec(content?.text ?? '')?.[1];
  const which = name ? `第 ${name} 项` : '这一行';
  report(
    { line: content?.line ?? null, value: content?.text ?? '' },
    `${which}有 ${row.cells.length} 个单元格，应为 ${COLUMNS.length} 个（${COLUMNS.join('、')}）。`,
    '每个单元格以行首的一个制表符开始，空白单元格也要保留它的制表符；请对照原表补上或删去。',
  );
}

function readCategory(cell: Cell, report: ReportProblem): RowRead['category'] {
  if (cell.text === '') return null;
  const [, numeral = '', name = ''] = /^([^、．.]{1,4})[、．.]\s*(.*)$/.exec(cell.text) ?? [];
  const no = numeralValue(numeral);
  if (no !== undefined && name !== '') return { no, name };
  report(
    { line: cell.line, cell: '分类', value: cell.text },
    `分类“${cell.text}”不合格式；应为中文数字、顿号和名称，例如“一、充分发挥各类银行机构的作用”。`,
    '请补上序号和名称；与上一行同属一类的，留空即可。',
  );
  return null;
}

function readContent(cell: Cell, report: ReportProblem): Pick<RowRead, 'no' | 'content'> {
  const at = { line: cell.line, cell: '工作内容', value: cell.text };
  const found = ITEM_NUMBER.exec(cell.text);
  const content = cell.text.slice(found?.[0].length ?? 0);
  if (!found) {
    report(at, '工作内容没有编号；应以数字和圆点开头，例如“1．”。', '请补上该事项的编号。');
  }
  if (content === '') report(at, '工作内容是空的。', '请补上该事项的内容，或删去整行。');
  return { no: found ? numeralValue(found[1] ?? '') : undefined, content };
}

function readSchedule(cell: Cell, { years }: ItemsContext, report: ReportProblem): string {
  const at = { line: cell.line, cell: '时间安排', value: cell.text };
  const read = yearsOf(cell.text);
  if (!read) {
    report(
      at,
      cell.text === '' ? '时间安排是空的。' : `时间安排“${cell.text}”看不懂。`,
      `请写成${SCHEDULES}。`,
    );
  } else if (years && (read.to < years.from || read.from > years.to)) {
    report(
      at,
      `时间安排“${cell.text}”与方案的年份 ${years.from}—${years.to} 没有重合，这个事项永远不会到期。`,
      '请改正年份，或改 plan.yaml 里方案的有效期。',
    );
  }
  return cell.text;
}

/** What the table is checked against, from the other files of the folder. */
export type ItemsContext = {
  /** Every name that a cell of units may hold; null when the roster could not be read, so that names are not checked. */
  readonly names: ReadonlySet<string> | null;
  /** First and last year of the plan, null when plan.yaml could not be read. */
  readonly years: { readonly from: number; readonly to: number } | null;
};

/** The names as written, separated by 、; names that are wrong are reported. */
function readUnitNames(
  cell: Cell,
  column: '牵头部门' | '支持部门',
  context: ItemsContext,
  report: ReportProblem,
): string[] {
  if (cell.text === '') {
    if (column === '牵头部门') {
      report(
        { line: cell.line, cell: column },
        '牵头部门是空的；每个事项至少有一个牵头部门。',
        '请填上牵头部门，多个单位之间用顿号“、”分隔。',
      );
    }
    return [];
  }
  const names = cell.text.split('、').map((name) => name.trim());
  if (column === '牵头部门' && names.includes(INSTITUTIONS)) {
    report(
      { line: cell.line, cell: column, value: INSTITUTIONS },
      `“${INSTITUTIONS}”不在名册里，不能牵头，没有谁会为它报送。`,
      '请写出具体的牵头部门。',
    );
  }
  for (const [index, name] of names.entries()) {
    const at = { line: cell.line, cell: column, value: name || cell.text };
    const wrong = wrongName(name, names.indexOf(name) < index, context);
    if (wrong) report(at, wrong.message, wrong.remedy);
  }
  return names;
}

function wrongName(
  name: string,
  repeated: boolean,
  { names }: ItemsContext,
): { message: string; remedy: string } | undefined {
  if (name === '') {
    return { message: '顿号的前面或后面没有单位。', remedy: '请删去多余的顿号，或补上单位。' };
  }
  if (repeated) {
    return { message: `单位“${name}”在同一格里写了两次。`, remedy: '请删去一个。' };
  }
  if (names === null || names.has(name)) return undefined;
  if (/[，,；;]/.test(name)) {
    return {
      message: `“${name}”不是一个单位；单位之间只用顿号“、”分隔。`,
      remedy: '请把逗号、分号改成顿号。',
    };
  }
  const near = nearest([...names], name);
  return {
    message: `名册里没有单位“${name}”。${near.length > 0 ? `是不是“${near.join('”“')}”？` : ''}`,
    remedy: '请改正名称，或在 units.csv 里增加这个单位或别名。',
  };
}

type Cell = { readonly line: number; readonly text: string; readonly strayTab: boolean };

/** Five cells in a correct row; the caller reports others. */
type Row = { readonly cells: readonly Cell[] };

const COLUMNS = ['分类', '工作内容', '牵头部门', '支持部门', '时间安排'] as const;

/** The number in front of a content: digits, then a full-width or plain full stop that is not a decimal point. */
const ITEM_NUMBER = /^([0-9０-９]+)\s*[．.](?![0-9０-９])\s*/;

/**
 * The cells in order. A line that begins with a tab begins a cell, every other line continues the cell above; lines are
 * joined without a space. Blank lines have no meaning: they stand between rows as well as inside cells. Text above the
 * table is left out.
 */
function cellsOf(text: string): Cell[] {
  const cells: { line: number; text: string; strayTab: boolean }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const begins = /^[ \u3000]*\t/.test(raw);
    const content = raw.trim();
    if (begins) cells.push({ line: index + 1, text: '', strayTab: false });
    const cell = cells.at(-1);
    if (!cell) continue;
    cell.text += content.replaceAll('\t', ' ');
    cell.strayTab ||= content.includes('\t');
  }
  return cells;
}

/** The header and the rows. Rows are found by their item numbers, so a wrong row does not affect the others. */
function rowsOf(cells: readonly Cell[]): { header: readonly Cell[]; rows: readonly Row[] } {
  const starts = cells.flatMap((cell, index) =>
    ITEM_NUMBER.test(cell.text) ? [rowStart(cells, index)] : [],
  );
  const before = cells.slice(0, starts[0] ?? cells.length);
  // Rows without a number may stand between the header and the first row that has one.
  const headerLength = before.length % COLUMNS.length === 0 ? COLUMNS.length : before.length;
  const bounds = [...new Set([Math.min(headerLength, before.length), ...starts])];
  const rows = bounds.map((start, index) => cells.slice(start, bounds[index + 1]));
  return {
    header: cells.slice(0, bounds[0]),
    rows: rows.filter((row) => row.length > 0).flatMap(inFives),
  };
}

/**
 * A row begins at the category cell before its content. If that cell is missing, the cell there is the schedule of the row
 * above, which must not be taken: otherwise two rows would seem wrong instead of one.
 */
function rowStart(cells: readonly Cell[], content: number): number {
  const before = cells[content - 1]?.text;
  const isCategory = before !== undefined && !/^(\d{4}.*年|长期|时间安排)$/.test(before);
  return isCategory ? content - 1 : content;
}

/** A content without a number does not begin a row, so its row and the one above arrive as ten cells. */
const inFives = (cells: readonly Cell[]): Row[] =>
  cells.length % COLUMNS.length === 0
    ? Array.from({ length: cells.length / COLUMNS.length }, (_, index) => ({
        cells: cells.slice(index * COLUMNS.length, (index + 1) * COLUMNS.length),
      }))
    : [{ cells }];
