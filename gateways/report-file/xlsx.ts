/** Reads the Excel form back: items by their number, the rest by labels, so that people may move rows. */

import { InvalidSpreadsheetError, readSheet } from 'read-excel-file/node';
import { isLeft, normalFigure, someFigures } from '../../domain/obligation/figures.ts';
import {
  type Figure,
  type ItemReport,
  type ItemStatus,
  STATUSES,
} from '../../domain/obligation/submission.ts';
import { Problem } from '../../domain/problem.ts';
import {
  FIGURE_HEAD,
  FIGURE_ITEM,
  HEAD,
  LABEL,
  PERIOD,
  REMARK,
  UNIT,
} from '../documents/form-words.ts';
import type { ReadReport } from './json.ts';

/** @throws Problem `invalid` with every problem, each with its cell */
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
    throw unreadable(error);
  }
}

/** The refusal of a file that cannot be read as a spreadsheet. */
export function unreadable(cause: unknown): Problem {
  const why = cause instanceof InvalidSpreadsheetError ? '文件损坏或不是 .xlsx' : '无法读取';
  return new Problem('invalid', `Excel 文件${why}。请用 Excel 或 WPS 打开后另存为“.xlsx”再报送。`, {
    cause,
  });
}

/** The rows between the header and the figures that begin with a number, without rows left empty. */
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

/** Column C of the row with this label in column A. */
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

/** Index of the header of the figures; -1 in an old form, which has none. */
const figureHead = ({ rows }: Cells): number =>
  rows.findIndex((row) => row[0] === FIGURE_HEAD.item && row[2] === FIGURE_HEAD.value);

/** Adds the figures to their items. A figure of an item that was left empty is a problem. */
function withFigures(items: readonly ItemReport[], cells: Cells, problems: string[]): ItemReport[] {
  const lines = figureLines(cells, problems);
  const rowless = lines.filter(({ no }) => !items.some((item) => item.no === no));
  for (const { no, place } of rowless) {
    problems.push(`${place} 填了第${no}项的数据，但第${no}项的状态和进展没有填，请一并填写。`);
  }
  return items.map((item) => ({
    ...item,
    ...someFigures(lines.filter(({ no }) => no === item.no).map(({ figure }) => figure)),
  }));
}

type Line = { readonly no: number; readonly place: string; readonly figure: Figure };

function figureLines(cells: Cells, problems: string[]): Line[] {
  const head = figureHead(cells);
  if (head < 0) return [];
  const below = cells.rows.slice(head + 1);
  const end = below.findIndex(([item = '']) => item !== '' && !FIGURE_ITEM.test(item));
  return below
    .slice(0, end < 0 ? undefined : end)
    .flatMap((row, index) => lineOf(row, cells.place(head + 1 + index, 0), problems));
}

function lineOf(row: readonly string[], place: string, problems: string[]): Line[] {
  const [item = '', name = '', value = '', unit = '', last = ''] = row;
  const isEmpty = [name, value, unit].every((text) => text === '');
  if (isEmpty || isLeft({ value, last: last === '' ? null : last })) return [];
  const no = FIGURE_ITEM.exec(item)?.[1];
  if (no !== undefined) {
    return [{ no: Number(no), place, figure: normalFigure({ name, value, unit }) }];
  }
  problems.push(`${place} 未填事项，请填“${name || value}”属于第几项，如“第52项”。`);
  return [];
}

/** A sheet as text: people type numbers and dates where texts are expected. */
type Cells = {
  /** Trimmed, line ends as \n. */
  readonly rows: readonly (readonly string[])[];
  /** C7, for a row and a column counted from 0. */
  place(row: number, column: number): string;
};

const cellsOf = (sheet: readonly (readonly unknown[])[]): Cells => ({
  rows: sheet.map((row) => row.map(textOf)),
  place: (row, column) => `${String.fromCharCode(65 + column)}${row + 1}`,
});

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').trim();
  // Excel's dates have no zone; the package gives midnight UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  // Excel shows 15 digits of a number: 0.3 and not 0.30000000000000004.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return typeof value === 'boolean' ? String(value) : '';
}
