/** The report form of one unit, blank or prefilled, before a gateway makes a file of it. Source: what a form done in twenty minutes can hold. */

import type { Owed, Plan } from '../plan/plan.ts';
import { periodLabel } from '../time/dates-in-words.ts';
import type { Period } from '../time/period.ts';
import { type FigureRow, figureRows, figuresOf } from './figures.ts';
import type { Report } from './submission.ts';

export type Form = {
  /** 2018年上半年普惠金融工作落实情况报送表 */
  readonly title: string;
  readonly unit: { readonly code: string; readonly name: string; readonly isTown: boolean };
  readonly period: string;
  /** In words, e.g. 7月15日（星期日，含当日）24:00前. */
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
  /** What is there, and last period's to be filled in anew. */
  readonly figures: readonly FigureRow[];
};

/** The tick of rule 17. A file cannot be ticked twice, so handing it in makes the declaration. */
export const DECLARATION =
  '本单位已核对：填报内容不含国家秘密、工作秘密和个人信息。报送本表即作出以上声明；不能声明的请改为“否”，先与汇总单位联系。';

/**
 * @param due the date in words, as the notice states it
 * @param last what was handed in for the last period: its figures stand beside this one's
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
