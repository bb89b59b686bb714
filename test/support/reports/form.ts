/** The form of round 2018H1, for a unit of the shipped plan. */

import { type Form, formOf } from '../../../domain/obligation/report-form.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { type Owed, owed } from '../../../domain/plan/owed.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';

const PERIOD = parsePeriod('2018H1');
const DUE = '7月15日（星期日，含当日）24:00前';

export function owedBy(code: string): Owed {
  const found = owed(shippedPlan, PERIOD).find((each) => each.unit.code === code);
  if (!found) throw new Error(`${code} owes nothing in ${PERIOD}`);
  return found;
}

/** @param last the report of the round before, shown beside the fields */
export const formFor = (code: string, report: Report, last: Report | null = null): Form =>
  formOf(shippedPlan, PERIOD, owedBy(code), DUE, report, last);
