/** The report form of one unit, blank or prefilled; gateways make files of it. */

import type { Owed } from '../plan/owed.ts';
import type { Plan, WorkItem } from '../plan/plan.ts';
import { periodLabel } from '../time/dates-in-words.ts';
import type { Period } from '../time/period.ts';
import { type FigureRow, figureRows, figuresOf, withoutFigures } from './figures.ts';
import type { Owes } from './report-problems.ts';
import type { ItemReport, Report } from './submission.ts';

export type Form = {
  /** 2018年上半年普惠金融工作落实情况报送表 */
  readonly title: string;
  readonly unit: { readonly code: string; readonly name: string; readonly isTown: boolean };
  readonly period: string;
  /** E.g. 7月15日（星期日，含当日）24:00前. */
  readonly due: string;
  /** Whom to send it to and whom to call. */
  readonly contact: string;
  readonly rows: readonly FormRow[];
  readonly report: Report;
};

export type FormRow = {
  readonly no: number;
  readonly content: string;
  readonly optional: boolean;
  /** This period's figures, and last period's to fill in. */
  readonly figures: readonly FigureRow[];
};

/** The declaration of docs/rules.md, rule 17. A form file comes with it ticked: handing the file in makes the declaration. */
export const DECLARATION =
  '本单位已核对：填报内容不含国家秘密、工作秘密和个人信息。报送本表即作出以上声明；不能声明的请改为“否”，先与汇总单位联系。';

/**
 * @param due the date in words, as in the notice
 * @param last the report of the last period, for its figures
 */
export function formOf(
  plan: Pick<Plan, 'subject' | 'bureau' | 'items'>,
  period: Period,
  owes: Owed,
  due: string,
  report: Report,
  last: Report | null,
): Form {
  const { unit, items, optionalItems } = owes;
  const { name, person, phone } = plan.bureau;
  const optional = new Set(optionalItems);
  const figuresIn = (of: Report | null, no: number) =>
    figuresOf(of?.items.find((row) => row.no === no) ?? {});
  const rows = [...items, ...optionalItems].map((no) => ({
    no,
    content: plan.items.find((item) => item.no === no)?.content ?? '',
    optional: optional.has(no),
    figures: figureRows(figuresIn(report, no), figuresIn(last, no)),
  }));
  return {
    title: `${periodLabel(period)}${plan.subject}落实情况报送表`,
    unit: { code: unit.code, name: unit.name, isTown: unit.kind === 'town' },
    period,
    due,
    contact: `${name} ${person} ${phone}`,
    rows,
    report,
  };
}

type Signatories = Pick<Report, 'preparedBy' | 'phone' | 'reviewedBy' | 'signedBy'>;

/**
 * A valid report to start from: last period's texts, defaults elsewhere, the declaration ticked.
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
  // Items of 鼓励 and 长期 last as long as the plan.
  const lasting = item?.schedule === '长期' || item?.content.startsWith('鼓励') === true;
  const status = lasting ? '持续推进' : '按序时推进';
  return { no, status, progress: '按计划推进，较上期无变化。', problems: '', nextSteps: '' };
}
