/** A report as a unit hands it in: what is wrong with it, and one to start from. Rules 6 and 17 of the field. */
import type { WorkItem } from '../plan/plan.ts';
import { itemProblems, type Owes } from '../report/item-problems.ts';
import { figuresText, withoutFigures } from './figures.ts';
import { type FieldProblem, LIMITS, lengthOf, textProblems } from './limits.ts';
import type { ItemReport, Report } from './submission.ts';

/** Who fills in, reviews and signs; the form starts with them. */
export type Signatories = Pick<Report, 'preparedBy' | 'phone' | 'reviewedBy' | 'signedBy'>;

/** All problems at once, each a sentence for the person; empty when the report can be taken in. */
export const problemsWith = (report: Report, owes: Owes): string[] =>
  fieldProblemsWith(report, owes).map(({ sentence }) => sentence);

/** The same, each with the field it belongs to. */
export function fieldProblemsWith(report: Report, owes: Owes): FieldProblem[] {
  const total = totalLength(report);
  if (total > LIMITS.total) {
    const sentence = `全部文字共${total}字，超过${LIMITS.total}字，请精简；详细材料请另行提供。`;
    return [{ field: 'remark', sentence }];
  }
  return [
    ...(report.nil ? nilProblems(report) : itemProblems(report.items, owes)),
    ...textProblems(
      'remark',
      report.nil ? '零报告原因' : '“总体情况”',
      report.remark,
      LIMITS.remark,
    ),
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
  if (before) return withoutFigures(before);
  const item = planItems.find((each) => each.no === no);
  // 鼓励 and 长期 work goes on as long as the plan does: it never finishes.
  const lasting = item?.schedule === '长期' || item?.content.startsWith('鼓励') === true;
  const status = lasting ? '持续推进' : '按序时推进';
  return { no, status, progress: '按计划推进，较上期无变化。', problems: '', nextSteps: '' };
}

function nilProblems({ items, remark }: Report): FieldProblem[] {
  const numbers = items.map((row) => row.no).join('、');
  const empty = { field: 'remark', sentence: '零报告须说明原因，请填写“零报告原因”。' };
  const both = {
    field: 'nil',
    sentence: `零报告不能同时填报事项（第${numbers}项）：请删去这些事项，或不选零报告。`,
  };
  return [...(remark.trim() === '' ? [empty] : []), ...(items.length > 0 ? [both] : [])];
}

function personProblems(report: Report): FieldProblem[] {
  const fields = [
    ['preparedBy', '填报人', true],
    ['phone', '联系电话', true],
    ['reviewedBy', '审核人', false],
    ['signedBy', '签发人', true],
  ] as const;
  return fields.flatMap(([field, name, required]) =>
    required && report[field].trim() === ''
      ? [{ field, sentence: `“${name}”未填，请填写。` }]
      : textProblems(field, `“${name}”`, report[field], LIMITS.name),
  );
}

const declarationProblems = ({ declaration }: Report): FieldProblem[] =>
  declaration
    ? []
    : [
        {
          field: 'declaration',
          sentence:
            '尚未确认“不含国家秘密、工作秘密和个人信息”；请核对内容后勾选（是），否则不能报送。',
        },
      ];

function totalLength(report: Report): number {
  const rows = report.items.flatMap((row) => [
    row.progress,
    row.problems,
    row.nextSteps,
    figuresText(row.figures),
  ]);
  const { remark, preparedBy, phone, reviewedBy, signedBy } = report;
  return lengthOf([...rows, remark, preparedBy, phone, reviewedBy, signedBy].join(''));
}
