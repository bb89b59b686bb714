/** plan.yaml: reads it and reports every problem with its path, line, value and what is allowed. */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { ReportProblem } from './folder-problem.ts';
import { type PlanSettings, planSchema } from './plan-schema.ts';
import { brokenRules } from './policy-rules.ts';

/** Rules between values are checked only when each value is right by itself. */
export function readPlanYaml(text: string, report: ReportProblem): PlanSettings | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      report(
        { line: lines.linePos(error.pos[0]).line },
        `YAML 写法有误：${error.message}。`,
        '请检查缩进（只用空格）、冒号后的空格和引号。',
      );
    }
    return undefined;
  }
  const lineOf = (path: readonly PropertyKey[]): number | null => lineIn(document, lines, path);
  const value: unknown = document.toJS();
  const read = planSchema.safeParse(value);
  if (!read.success) {
    for (const issue of read.error.issues) reportIssue(issue, value, lineOf, report);
    return undefined;
  }
  const broken = brokenRules(read.data);
  for (const { path, value, message, remedy } of broken) {
    report({ line: lineOf(path), cell: written(path), value: String(value) }, message, remedy);
  }
  return broken.length === 0 ? read.data : undefined;
}

type Issue = z.core.$ZodIssue;

function reportIssue(
  issue: Issue,
  input: unknown,
  lineOf: (path: readonly PropertyKey[]) => number | null,
  report: ReportProblem,
): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const path = [...issue.path, key];
      report(
        { line: lineOf(path), cell: written(path), value: key },
        `不认识的设置“${written(path)}”。`,
        '请删去，或改正拼写。',
      );
    }
    return;
  }
  const value = valueAt(input, issue.path);
  const at = { line: lineOf(issue.path), cell: written(issue.path) };
  if (value === undefined) {
    report(at, `缺少设置“${at.cell}”。`, `请补上；${allowedBy(issue)}。`);
    return;
  }
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  report(
    { ...at, value: shown },
    `设置“${at.cell}”的值是“${shown}”，不合要求。`,
    `${allowedBy(issue)}。`,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  int: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '一组设置',
};

function allowedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') return `应为${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `可用的值：${issue.values.map(String).join('、')}`;
  if (issue.code === 'too_small') return `${sizeOf(issue.origin)}至少 ${issue.minimum}`;
  if (issue.code === 'too_big') return `${sizeOf(issue.origin)}最多 ${issue.maximum}`;
  // Every other check of the schema has a message of its own.
  return issue.message;
}

const sizeOf = (origin: string): string =>
  origin === 'string' ? '字数' : origin === 'array' ? '项数' : '数值';

/** `policy.steps[2].at` */
const written = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : text === ''
          ? String(key)
          : `${text}.${String(key)}`,
    '',
  ) || '全文';

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  );

/** The line of the value or, if it is missing, of the nearest parent that exists. */
function lineIn(
  document: Document.Parsed,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}
