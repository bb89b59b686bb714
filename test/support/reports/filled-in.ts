/** A town's form of the shipped plan, filled in. */

import { type Form, formOf } from '../../../domain/obligation/report-form.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { type Owed, owed } from '../../../domain/plan/owed.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { writtenRow } from './compiled-round.ts';

const PERIOD = parsePeriod('2018H1');
const DUE = '7月15日（星期日，含当日）24:00前';

export function owedBy(code: string): Owed {
  const found = owed(shippedPlan, PERIOD).find((each) => each.unit.code === code);
  if (!found) throw new Error(`${code} owes nothing in ${PERIOD}`);
  return found;
}

export const formFor = (code: string, report: Report, last: Report | null = null): Form =>
  formOf(shippedPlan, PERIOD, owedBy(code), DUE, report, last);

export const townReport: Report = {
  nil: false,
  items: [writtenRow('xiaolan', 52), writtenRow('xiaolan', 53), writtenRow('xiaolan', 15)],
  remark: '领导小组已成立。\n按季调度。',
  preparedBy: '张三',
  phone: '0760-00000002',
  reviewedBy: '王五',
  signedBy: '李四',
  declaration: true,
};

/** Reports that are valid for whoever hands them in. */
export const nilReport: Report = {
  nil: true,
  items: [],
  remark: '本期没有可报告的进展。',
  preparedBy: '经办人',
  phone: '0760-00000002',
  reviewedBy: '',
  signedBy: '签发人',
  declaration: true,
};
