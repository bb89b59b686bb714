/** What stands in the form when it is opened, and where it comes from. */
import { itemField } from '../../../domain/report/item-problems.ts';
import type { ReportScene } from './report-scene.ts';
import { type ReportValues, reportValues, rowValues, valuesFrom } from './report-values.ts';

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
    return { values, from: 'draft' };
  }
  if (newest) return { values: valuesFrom(newest.report), from: 'newest version' };
  if (last) return { values: valuesFrom(last), from: 'last period' };
  return { values: firstValues(scene), from: 'nothing' };
}

/** 无变化: what the unit said about one item in the last period, said again. */
export function asLastPeriod(
  { scene: { last }, values }: { readonly scene: ReportScene; readonly values: ReportValues },
  no: number,
): ReportValues {
  const row = last?.items.find((item) => item.no === no);
  return row ? { ...values, ...rowValues(row) } : values;
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
