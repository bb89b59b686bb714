/** Reads the form back from Excel: rows by their number, the rest by its label, wherever people have moved it to. */
import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/node';
import { type ItemReport, type ItemStatus, STATUSES } from '../../domain/obligation/submission.ts';
import { Problem } from '../../domain/problem.ts';
import { HEAD, LABEL, PERIOD, REMARK, UNIT } from '../documents/form-words.ts';
import { type Cells, cellsOf } from './cells.ts';
import { figureHead, withFigures } from './figure-lines.ts';
import type { ReadReport } from './read-report.ts';

/** Throws `invalid` with every problem at once, each with its cell. */
export async function readXlsx(file: Buffer): Promise<ReadReport> {
  const cells = cellsOf(await sheetOf(file));
  const head = cells.rows.findIndex((row) => row[0] === HEAD.no && row[2] === HEAD.status);
  if (head < 0) {
    throw new Problem(
      'invalid',
      `这个 Excel 文件不是报送表：找不到表头“${HEAD.no}、${HEAD.content}、${HEAD.status}……”。请用通知所附的报送表填写，不要改动表头。`,
    );
  }
  const problems: string[] = [];
  const items = withFigures(itemsBelow(cells, head, problems), cells, problems);
  const field = (name: string | RegExp) => fieldOf(cells, head, name, problems);
  const report = {
    nil: yesOrNo(field(LABEL.nil), problems),
    items,
    remark: field(REMARK).text,
    preparedBy: field(LABEL.preparedBy).text,
    phone: field(LABEL.phone).text,
    reviewedBy: field(LABEL.reviewedBy).text,
    signedBy: field(LABEL.signedBy).text,
    declaration: yesOrNo(field(LABEL.declaration), problems),
  };
  if (problems.length > 0) throw new Problem('invalid', problems.join('\n'));
  return { report, unit: beside(cells, UNIT, 2), period: beside(cells, PERIOD, 1) };
}

type Field = { readonly place: string; readonly text: string };

async function sheetOf(file: Buffer) {
  try {
    return await readSheet(file, { trim: false });
  } catch (error) {
    const why = error instanceof InvalidSpreadsheetError ? '文件损坏或不是 .xlsx' : '无法读取';
    throw new Problem(
      'invalid',
      `Excel 文件${why}。请用 Excel 或 WPS 打开后另存为“.xlsx”再报送。`,
      { cause: error },
    );
  }
}

/** All rows below the head, as far as the figures, that begin with a number; an optional row left empty is left out. */
function itemsBelow(cells: Cells, head: number, problems: string[]): ItemReport[] {
  const end = figureHead(cells);
  return cells.rows.flatMap((row, index) => {
    if (index <= head || (end > head && index >= end) || !/^\d+$/.test(row[0] ?? '')) return [];
    const [, , status = '', progress = '', next1 = '', next2 = ''] = row;
    if ([status, progress, next1, next2].every((text) => text === '')) return [];
    if (!isStatus(status)) problems.push(badStatus(cells.place(index, 2), row[0] ?? '', status));
    return [
      {
        no: Number(row[0]),
        status: status as ItemStatus,
        progress,
        problems: next1,
        nextSteps: next2,
      },
    ];
  });
}

function badStatus(place: string, no: string, status: string): string {
  const what = status === '' ? '未选状态' : `的状态“${status}”不可用`;
  return `${place}（第${no}项）${what}，请选：${STATUSES.join('、')}。`;
}

/** What stands in column C of the row with that label in column A. */
function fieldOf(cells: Cells, head: number, name: string | RegExp, problems: string[]): Field {
  const index = cells.rows.findIndex((row, at) => at > head && matches(row[0] ?? '', name));
  if (index < 0) {
    const label = typeof name === 'string' ? name : '零报告原因';
    problems.push(`找不到“${label}”一行，请恢复表中原有的行，或重新下载报送表。`);
  }
  return { place: cells.place(index, 2), text: cells.rows[index]?.[2] ?? '' };
}

function yesOrNo({ place, text }: Field, problems: string[]): boolean {
  if (['是', '√', '✓', 'TRUE'].includes(text.toUpperCase())) return true;
  if (!['否', '×', 'FALSE', ''].includes(text.toUpperCase())) {
    problems.push(`${place} 填了“${text}”，请填“是”或“否”。`);
  }
  return false;
}

function beside(cells: Cells, label: string, columns: number): string | null {
  const row = cells.rows.find((each) => each.includes(label));
  const text = row?.[row.indexOf(label) + columns] ?? '';
  return text === '' ? null : text;
}

const matches = (text: string, name: string | RegExp): boolean =>
  typeof name === 'string' ? text === name : name.test(text);

const isStatus = (text: string): text is ItemStatus => STATUSES.some((status) => status === text);
