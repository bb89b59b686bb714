/** What is wrong with the rows of a report: whose items they are, whether all are there, and each row by itself. */

import { type FieldProblem, LIMITS, textProblems } from '../obligation/limits.ts';
import { type ItemReport, type ItemStatus, STATUSES } from '../obligation/submission.ts';
import { figureProblems } from './figure-problems.ts';

/** What a unit must and may report on. */
export type Owes = {
  readonly items: readonly number[];
  /** Rows a town may fill in or leave out. */
  readonly optionalItems: readonly number[];
  readonly isTown: boolean;
};

/** The name of a field of an item's row, the same on the page. */
export const itemField = (
  no: number,
  part: 'status' | 'progress' | 'problems' | 'nextSteps',
): string => `item-${no}-${part}`;

/** In the order of the rows; missing rows last. */
export function itemProblems(rows: readonly ItemReport[], owes: Owes): FieldProblem[] {
  const numbers = rows.map((row) => row.no);
  const missing = owes.items.filter((no) => !numbers.includes(no));
  return [
    ...rows.flatMap((row, index) => rowProblems(row, numbers.indexOf(row.no) < index, owes)),
    ...missing.map((no) => ({
      field: itemField(no, 'progress'),
      sentence: `缺少第${no}项，请补填；没有新进展的选“无新进展”并说明原因。`,
    })),
  ];
}

function rowProblems(row: ItemReport, repeated: boolean, owes: Owes): FieldProblem[] {
  const at = (part: Parameters<typeof itemField>[1]) => itemField(row.no, part);
  const required = owes.items.includes(row.no);
  if (!required && !owes.optionalItems.includes(row.no)) {
    return [{ field: at('status'), sentence: foreign(row.no, owes) }];
  }
  if (repeated) {
    return [{ field: at('status'), sentence: `第${row.no}项填了不止一行，请合并为一行。` }];
  }
  const name = `第${row.no}项`;
  return [
    ...statusProblems(row),
    ...emptyProblems(row, required),
    ...textProblems(at('progress'), `${name}“进展情况”`, row.progress, LIMITS.progress),
    ...textProblems(at('problems'), `${name}“存在问题”`, row.problems, LIMITS.problems),
    ...textProblems(at('nextSteps'), `${name}“下一步安排”`, row.nextSteps, LIMITS.nextSteps),
    ...figureProblems(row),
  ];
}

function foreign(no: number, { items, optionalItems, isTown }: Owes): string {
  const own = items.length > 0 ? `应报第${items.join('、')}项` : '本期没有须报的事项，请报零报告';
  const optional =
    isTown && optionalItems.length > 0 ? `，可选报第${optionalItems.join('、')}项` : '';
  return `第${no}项不由贵单位报送。贵单位${own}${optional}，请删去第${no}项。`;
}

function statusProblems({ no, status }: ItemReport): FieldProblem[] {
  if (STATUSES.includes(status)) return [];
  const sentence = `第${no}项的状态“${status}”不可用，请选：${STATUSES.join('、')}。`;
  return [{ field: itemField(no, 'status'), sentence }];
}

/** Where there is nothing to tell, the reason will do; a town's optional row does not even need that. */
function emptyProblems(row: ItemReport, required: boolean): FieldProblem[] {
  if (row.progress.trim() !== '') return [];
  const field = itemField(row.no, 'progress');
  if (!isNothingNew(row.status)) {
    return [{ field, sentence: `第${row.no}项“进展情况”未填，请填写，300字以内。` }];
  }
  if (!required || row.problems.trim() !== '') return [];
  const sentence = `第${row.no}项选了“${row.status}”，请在“进展情况”或“存在问题”里说明原因。`;
  return [{ field, sentence }];
}

const isNothingNew = (status: ItemStatus): boolean => status === '不涉及' || status === '无新进展';
