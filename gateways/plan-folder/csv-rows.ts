/** Reads CSV files that people edit: text encoding, rows by column name with their lines, and words for kinds and classes. */

import { parse } from 'csv-parse/sync';
import type { ReportProblem } from './folder-problem.ts';

export type CsvRow<Column extends string> = {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
};

/** Every column with its Chinese names; messages use the first of them. */
export type Columns<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/**
 * Columns may be in any order; an optional column that is missing reads as empty. Lines that begin with # are remarks.
 * Undefined, with a problem reported, when the file is not CSV or its header is wrong.
 */
export function csvRows<Column extends string>(
  text: string,
  columns: Columns<Column>,
  required: readonly Column[],
  report: ReportProblem,
): CsvRow<Column>[] | undefined {
  const records = recordsOf(text, report);
  if (!records) return undefined;
  const [header, ...rows] = records;
  const order = header && columnOrder(header, columns, required, report);
  if (!order) {
    if (!header) report({}, '文件是空的。', `请填上表头：${Object.keys(columns).join(',')}。`);
    return undefined;
  }
  return rows.filter(isFilled).map(({ line, cells }) => {
    if (cells.length > order.length && cells.slice(order.length).some((cell) => cell !== '')) {
      report(
        { line, value: cells.join(',') },
        `这一行有 ${cells.length} 格，表头只有 ${order.length} 格。`,
        '请删去多余的逗号；单元格里的逗号要连同内容用双引号括起。',
      );
    }
    const byName = order.map((column, index) => [column, cells[index] ?? '']);
    const empty = Object.keys(columns).map((column) => [column, '']);
    return {
      line,
      cells: Object.fromEntries([...empty, ...byName]) as Record<Column, string>,
    };
  });
}

type Line = { readonly line: number; readonly cells: readonly string[] };

const isFilled = ({ cells }: Line): boolean => cells.some((cell) => cell !== '');

function recordsOf(text: string, report: ReportProblem): Line[] | undefined {
  try {
    const records: unknown = parse(text, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      // The parser gives the line on which a record ends.
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record,
    }));
  } catch (error) {
    const line = (error as { lines?: unknown }).lines;
    report(
      { line: typeof line === 'number' ? line : null },
      'CSV 格式有误，多半是双引号没有成对。',
      '请检查这一行的双引号；可在表格软件里打开后另存为 CSV。',
    );
    return undefined;
  }
}

function columnOrder<Column extends string>(
  header: Line,
  columns: Columns<Column>,
  required: readonly Column[],
  report: ReportProblem,
): (Column | undefined)[] | undefined {
  const names = Object.keys(columns) as Column[];
  const order = header.cells.map((cell) =>
    names.find((name) => name === cell.toLowerCase() || columns[name].includes(cell)),
  );
  const allowed = names.map((name) => `${name}（${columns[name][0]}）`).join('、');
  const unknown = header.cells
    .filter((cell, index) => cell !== '' && order[index] === undefined)
    .map((cell) => ({ value: cell, message: `不认识的列“${cell}”。` }));
  const missing = required
    .filter((name) => !order.includes(name))
    .map((name) => ({ value: name, message: `缺少列“${name}”。` }));
  const repeated = order
    .filter((name, index) => name !== undefined && order.indexOf(name) < index)
    .map((name) => ({ value: String(name), message: `列“${name}”出现了两次。` }));
  const all = [...unknown, ...missing, ...repeated];
  for (const { value, message } of all) {
    report({ line: header.line, cell: value, value }, message, `可用的列：${allowed}。`);
  }
  return all.length === 0 ? order : undefined;
}

/** The word that a cell means, written in English or Chinese; undefined for anything else. */
export function wordFor<Word extends string>(
  words: Readonly<Record<Word, string>>,
  text: string,
): Word | undefined {
  return keysOf(words).find((word) => word === text || words[word] === text);
}

/** For messages: `liaison（联络员）、deputy（备用联络员）…` */
export const allowedWords = <Word extends string>(words: Readonly<Record<Word, string>>): string =>
  keysOf(words)
    .map((word) => `${word}（${words[word]}）`)
    .join('、');

// Object.keys loses the keys' type.
const keysOf = <Word extends string>(words: Readonly<Record<Word, string>>): Word[] =>
  Object.keys(words) as Word[];

/** UTF-8 with or without byte order mark, or GB18030, in which Chinese Excel saves CSV. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // GB18030 text is hardly ever valid UTF-8.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
