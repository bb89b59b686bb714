/** The plan table as issued, read into work items; everything wrong is reported at once. Grammar: items-cells.ts. */
import type { WorkItem } from '../../domain/plan/plan.ts';
import { chineseNumeral } from '../chinese-numerals.ts';
import type { ReportProblem } from './folder-problem.ts';
import { type Cell, COLUMNS, cellsOf, rowsOf } from './items-cells.ts';
import { type RowRead, readRow } from './items-row.ts';
import type { ItemsContext } from './items-units.ts';

/** The items are complete only when nothing was reported. */
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
  // A row with the wrong number of cells would make its neighbours look misnumbered too.
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

/** 1, 2, 3 … without gap or repetition. After a gap counting goes on from what is written, so it is told once. */
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

/** A blank category means the one above: the cell is merged in the original, or its text repeated in every row. */
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
