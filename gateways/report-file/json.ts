/** A report as a JSON file: written prefilled, and read back. */

import { z } from 'zod';
import {
  type FigureRow,
  figuresOf,
  isLeft,
  normalFigure,
  someFigures,
} from '../../domain/obligation/figures.ts';
import { DECLARATION, type Form } from '../../domain/obligation/report-form.ts';
import { type Report, STATUSES } from '../../domain/obligation/submission.ts';
import { Problem } from '../../domain/problem.ts';

/** A prefilled file to edit and hand in; its `note` has the due date and the declaration. */
export function formJson({ unit, period, due, contact, report, rows }: Form): string {
  const note = `${unit.name}，报送期限：${due}。${DECLARATION}联系：${contact}。`;
  const items = report.items.map((item) => ({
    ...item,
    figures: rows.find(({ no }) => no === item.no)?.figures ?? figuresOf(item),
  }));
  return `${JSON.stringify({ note, unit: unit.code, period, ...report, items }, null, 2)}\n`;
}

/** A report; unit and period are null when the file does not name them. */
export type ReadReport = {
  readonly report: Report;
  readonly unit: string | null;
  readonly period: string | null;
};

/** @throws Problem `invalid` with every problem, each with its place in the file */
export function readJson(text: string): ReadReport {
  const parsed = reportFileSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `“${placeOf(issue.path)}”：${sentence(issue)}`,
    );
    throw new Problem('invalid', ['报送文件（JSON）有以下问题：', ...problems].join('\n'));
  }
  const { note: _, unit = null, period = null, ...read } = parsed.data;
  const items = read.items.map(({ figures, ...item }) => ({ ...item, ...filledIn(figures) }));
  return { report: { ...read, items }, unit, period };
}

/** Without prefilled rows that nobody filled in. */
const filledIn = (rows: readonly FigureRow[]) =>
  someFigures(rows.filter((row) => !isLeft(row)).map(normalFigure));

function jsonOf(text: string): unknown {
  try {
    // Windows' editor writes a byte order mark, which JSON does not allow.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof Error ? `（${error.message}）` : '';
    throw new Problem(
      'invalid',
      `报送文件不是有效的 JSON${where}。请用 cuibao form 重新生成，或改用 Excel 报送表。`,
    );
  }
}

/** `items[0].status` becomes “items 第1行 status”. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? '文件'
    : path.map((part) => (typeof part === 'number' ? `第${part + 1}行` : String(part))).join(' ');

function sentence(issue: {
  readonly code: string;
  readonly message: string;
  readonly values?: unknown;
  readonly keys?: unknown;
  readonly expected?: unknown;
}): string {
  if (issue.code === 'unrecognized_keys') return `不认识 ${list(issue.keys)}，请删去或核对写法。`;
  if (issue.code === 'invalid_value') return `只能是 ${list(issue.values)} 之一。`;
  if (issue.code === 'invalid_type') return `缺少，或类型不对，应为 ${String(issue.expected)}。`;
  return issue.message;
}

const list = (values: unknown): string => (Array.isArray(values) ? values.join('、') : '');

const figure = z.strictObject({
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  /** The value of the last period, as the form shows it; ignored on reading. */
  last: z.string().nullable().default(null),
});

const row = z.strictObject({
  no: z.int(),
  status: z.enum(STATUSES),
  progress: z.string().default(''),
  problems: z.string().default(''),
  nextSteps: z.string().default(''),
  figures: z.array(figure).default([]),
});

const reportSchema = z.strictObject({
  nil: z.boolean().default(false),
  items: z.array(row).default([]),
  remark: z.string().default(''),
  preparedBy: z.string(),
  phone: z.string(),
  reviewedBy: z.string().default(''),
  signedBy: z.string(),
  declaration: z.boolean(),
});

/** A file may also name its unit and period. */
const reportFileSchema = reportSchema.extend({
  note: z.string().optional(),
  unit: z.string().optional(),
  period: z.string().optional(),
});
