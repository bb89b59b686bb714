/** A problem of a plan folder: where it is, what is wrong, what to do. */

export type FolderProblem = {
  readonly file: string;
  /** Line of the file, from 1; null for the whole file. */
  readonly line: number | null;
  /** Column of a table or path in plan.yaml. */
  readonly cell: string | null;
  /** The value there, shortened; may be empty. */
  readonly value: string;
  /** A sentence: what is wrong and what is allowed. */
  readonly message: string;
  /** A sentence: what to do. */
  readonly remedy: string;
};

/** Adds a problem of one file. */
export type ReportProblem = (
  at: { readonly line?: number | null; readonly cell?: string; readonly value?: string },
  message: string,
  remedy: string,
) => void;

export const reportInto =
  (problems: FolderProblem[], file: string): ReportProblem =>
  ({ line = null, cell, value = '' }, message, remedy) => {
    problems.push({ file, line, cell: cell ?? null, value: shortened(value), message, remedy });
  };

/** One line for a terminal: `contacts.csv 第 12 行“邮箱”：…` */
export function problemLine(problem: FolderProblem): string {
  const line = problem.line === null ? '' : ` 第 ${problem.line} 行`;
  const cell = problem.cell === null ? '' : `“${problem.cell}”`;
  return `${problem.file}${line}${cell}：${problem.message}${problem.remedy}`;
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
