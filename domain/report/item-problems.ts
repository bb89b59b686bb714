/** What is wrong with the rows of a report: whose items they are, whether all are there, and each row by itself. */
import { type ItemReport, type ItemStatus, STATUSES } from '../submission.ts';
import { LIMITS, textProblems } from './limits.ts';

/** What a unit must and may report on. */
export type Owes = {
  readonly items: readonly number[];
  /** Rows a town may fill in or leave out. */
  readonly optionalItems: readonly number[];
  readonly isTown: boolean;
};

/** Sentences in the order of the rows; missing rows last. */
export function itemProblems(rows: readonly ItemReport[], owes: Owes): string[] {
  const numbers = rows.map((row) => row.no);
  const missing = owes.items.filter((no) => !numbers.includes(no));
  return [
    ...rows.flatMap((row, index) => rowProblems(row, numbers.indexOf(row.no) < index, owes)),
    ...missing.map((no) => `缺少第${no}项，请补填；没有新进展的选“无新进展”并说明原因。`),
  ];
}

function rowProblems(row: ItemReport, repeated: boolean, owes: Owes): string[] {
  const required = owes.items.includes(row.no);
  if (!required && !owes.optionalItems.includes(row.no)) return [foreign(row.no, owes)];
  if (repeated) return [`第${row.no}项填了不止一行，请合并为一行。`];
  const name = `第${row.no}项`;
  return [
    ...statusProblems(row),
    ...emptyProblems(row, required),
    ...textProblems(`${name}“进展情况”`, row.progress, LIMITS.progress),
    ...textProblems(`${name}“存在问题”`, row.problems, LIMITS.problems),
    ...textProblems(`${name}“下一步安排”`, row.nextSteps, LIMITS.nextSteps),
  ];
}

function foreign(no: number, { items, optionalItems, isTown }: Owes): string {
  const own = items.length > 0 ? `应报第${items.join('、')}项` : '本期没有须报的事项，请报零报告';
  const optional =
    isTown && optionalItems.length > 0 ? `，可选报第${optionalItems.join('、')}项` : '';
  return `第${no}项不由贵单位报送。贵单位${own}${optional}，请删去第${no}项。`;
}

function statusProblems({ no, status }: ItemReport): string[] {
  if (STATUSES.includes(status)) return [];
  return [`第${no}项的状态“${status}”不可用，请选：${STATUSES.join('、')}。`];
}

/** Where there is nothing to tell, the reason will do; a town's optional row does not even need that. */
function emptyProblems(row: ItemReport, required: boolean): string[] {
  if (row.progress.trim() !== '') return [];
  if (!isNothingNew(row.status)) return [`第${row.no}项“进展情况”未填，请填写，300字以内。`];
  const explained = !required || row.problems.trim() !== '';
  return explained
    ? []
    : [`第${row.no}项选了“${row.status}”，请在“进展情况”或“存在问题”里说明原因。`];
}

const isNothingNew = (status: ItemStatus): boolean => status === '不涉及' || status === '无新进展';
