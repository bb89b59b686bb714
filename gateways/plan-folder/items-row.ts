/** One row of the plan table, checked: what can be said of it without looking at its neighbours. */
import { SCHEDULES, yearsOf } from '../../domain/plan/item-years.ts';
import { numeralValue } from '../chinese-numerals.ts';
import type { ReportProblem } from './folder-problem.ts';
import { type Cell, COLUMNS, ITEM_NUMBER, type Row } from './items-cells.ts';
import { type ItemsContext, readUnitNames } from './items-units.ts';

export type RowRead = {
  readonly line: number;
  /** Undefined when the row has no number; that is reported already. */
  readonly no: number | undefined;
  readonly categoryLine: number;
  readonly categoryBlank: boolean;
  /** Null for a blank cell, which means the category above, and for one that is wrong. */
  readonly category: { readonly no: number; readonly name: string } | null;
  readonly content: string;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
  readonly schedule: string;
};

/** Undefined when cells are missing or too many, so that nobody can say which is which. */
export function readRow(
  row: Row,
  context: ItemsContext,
  report: ReportProblem,
): RowRead | undefined {
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
