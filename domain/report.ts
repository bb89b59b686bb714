/** A report as a unit hands it in: what is wrong with it, and one to start from. Rules 6 and 17 of the field. */
import type { WorkItem } from './plan.ts';
import { itemProblems, type Owes } from './report/item-problems.ts';
import { LIMITS, lengthOf, textProblems } from './report/limits.ts';
import type { ItemReport, Report } from './submission.ts';

/** Who fills in, reviews and signs; the form starts with them. */
export type Signatories = Pick<Report, 'preparedBy' | 'phone' | 'reviewedBy' | 'signedBy'>;

/** All problems at once, each a sentence for the person; empty when the report can be taken in. */
export function problemsWith(report: Report, owes: Owes): string[] {
  const total = totalLength(report);
  if (total > LIMITS.total) {
    return [`全部文字共${total}字，超过${LIMITS.total}字，请精简；详细材料请另行提供。`];
  }
  return [
    ...(report.nil ? nilProblems(report) : itemProblems(report.items, owes)),
    ...textProblems(report.nil ? '零报告原因' : '“总体情况”', report.remark, LIMITS.remark),
    ...personProblems(report),
    ...declarationProblems(report),
  ];
}

/**
 * A valid report: last period's texts where there are some, plausible defaults elsewhere. The declaration is ticked,
 * because a file without it would be refused; the form says that handing it in makes the declaration.
 */
export function prefilledReport(
  owes: Owes,
  last: Report | null,
  planItems: readonly Pick<WorkItem, 'no' | 'content' | 'schedule'>[],
  people: Signatories = PLACEHOLDERS,
): Report {
  const nil = owes.items.length === 0;
  return {
    nil,
    items: owes.items.map((no) => prefilledRow(no, last, planItems)),
    remark: last?.remark || (nil ? '本期没有在办的牵头事项。' : ''),
    preparedBy: last?.preparedBy || people.preparedBy,
    phone: last?.phone || people.phone,
    reviewedBy: last?.reviewedBy || people.reviewedBy,
    signedBy: last?.signedBy || people.signedBy,
    declaration: true,
  };
}

const PLACEHOLDERS: Signatories = {
  preparedBy: '（填报人）',
  phone: '（联系电话）',
  reviewedBy: '',
  signedBy: '（签发人）',
};

function prefilledRow(
  no: number,
  last: Report | null,
  planItems: readonly Pick<WorkItem, 'no' | 'content' | 'schedule'>[],
): ItemReport {
  const before = last?.items.find((row) => row.no === no);
  if (before) return before;
  const item = planItems.find((each) => each.no === no);
  // 鼓励 and 长期 work goes on as long as the plan does: it never finishes.
  const lasting = item?.schedule === '长期' || item?.content.startsWith('鼓励') === true;
  const status = lasting ? '持续推进' : '按序时推进';
  return { no, status, progress: '按计划推进，较上期无变化。', problems: '', nextSteps: '' };
}

function nilProblems({ items, remark }: Report): string[] {
  const numbers = items.map((row) => row.no).join('、');
  return [
    ...(remark.trim() === '' ? ['零报告须说明原因，请填写“零报告原因”。'] : []),
    ...(items.length > 0
      ? [`零报告不能同时填报事项（第${numbers}项）：请删去这些事项，或不选零报告。`]
      : []),
  ];
}

function personProblems(report: Report): string[] {
  const fields = [
    ['填报人', report.preparedBy, true],
    ['联系电话', report.phone, true],
    ['审核人', report.reviewedBy, false],
    ['签发人', report.signedBy, true],
  ] as const;
  return fields.flatMap(([name, value, required]) =>
    required && value.trim() === ''
      ? [`“${name}”未填，请填写。`]
      : textProblems(`“${name}”`, value, LIMITS.name),
  );
}

const declarationProblems = ({ declaration }: Report): string[] =>
  declaration
    ? []
    : ['尚未确认“不含国家秘密、工作秘密和个人信息”；请核对内容后勾选（是），否则不能报送。'];

function totalLength(report: Report): number {
  const rows = report.items.flatMap((row) => [row.progress, row.problems, row.nextSteps]);
  const { remark, preparedBy, phone, reviewedBy, signedBy } = report;
  return lengthOf([...rows, remark, preparedBy, phone, reviewedBy, signedBy].join(''));
}
