/** What stands in the form when it is opened, and where it comes from. */

import { withoutFigures } from '../../../domain/obligation/figures.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { itemField } from '../../../domain/report/item-problems.ts';
import { hasFigureRows, withLastFigures } from './field-values.ts';
import type { ReportValues } from './form-values.ts';
import type { ReportScene } from './report-scene.ts';
import { reportValues, rowValues, valuesFrom } from './report-values.ts';

export type Start = {
  readonly values: ReportValues;
  readonly from: 'draft' | 'newest version' | 'last period' | 'nothing';
};

/** A draft first; then what was handed in this period, then the last one's, then only the people the roster names. */
export function startOf(scene: ReportScene): Start {
  const { draft, newest, last, obligation } = scene;
  const numbers = [...obligation.items, ...obligation.optionalItems];
  if (draft) {
    const values = reportValues(draft.content as Record<string, unknown>, numbers);
    const unknown = numbers.filter((no) => !hasFigureRows(values, no));
    return { values: withLastFigures(values, unknown, last), from: 'draft' };
  }
  const started = (report: Report) => withLastFigures(valuesFrom(report), numbers, last);
  if (newest) return { values: started(newest.report), from: 'newest version' };
  if (last) {
    const texts = { ...last, items: last.items.map(withoutFigures) };
    return { values: started(texts), from: 'last period' };
  }
  return { values: firstValues(scene), from: 'nothing' };
}

/** 无变化: what the unit said about one item in the last period, said again; its numbers are asked for anew. */
export function asLastPeriod(values: ReportValues, last: Report | null, no: number): ReportValues {
  const row = last?.items.find((item) => item.no === no);
  return row ? withLastFigures({ ...values, ...rowValues(row) }, [no], last) : values;
}

function firstValues({ contacts, obligation }: ReportScene): ReportValues {
  const liaison = contacts.find(({ role }) => role === 'liaison');
  const leader = contacts.find(({ role }) => role === 'leader');
  return {
    preparedBy: liaison?.name ?? '',
    phone: liaison?.phone ?? '',
    signedBy: leader?.name ?? '',
    nil: obligation.items.length === 0 ? 'yes' : '',
    ...Object.fromEntries(obligation.items.map((no) => [itemField(no, 'status'), '按序时推进'])),
  };
}
