/** A unit's form, from the database or, before anything was imported, from the plan's folder alone. */

import { type Obligation, roundId } from '../../domain/obligation/obligation.ts';
import type { Form } from '../../domain/obligation/report-form.ts';
import { findUnit } from '../../domain/plan/roster.ts';
import { Problem } from '../../domain/problem.ts';
import { newObligations } from '../../domain/round/new-obligations.ts';
import { roundDates } from '../../domain/round-dates.ts';
import { nominalDue, type Period, periodInPlan } from '../../domain/time/period.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { findObligation } from '../../store/read/obligations.ts';
import { type Rules, rulesOf } from '../../store/rules.ts';
import { obligationOf } from '../command.ts';
import { formFromRecord, startedForm } from '../report-form.ts';
import { type Context, inOffice } from './context.ts';
import { readPlan } from './plan-source.ts';

export async function formFromFolder(context: Context, text: string, unit: string): Promise<Form> {
  const plan = await readPlan(context, undefined);
  const period = periodInPlan(plan, text);
  const rules = rulesOf(plan, shippedCalendar());
  const obligation = expected(rules, period, findUnit(plan, unit).code);
  const start = { last: null, current: null, contacts: plan.contacts };
  return startedForm(rules, period, obligation, start);
}

export const formFromDatabase = (context: Context, text: string, unit: string): Promise<Form> =>
  inOffice(context, async ({ plan, pool, rules }) => {
    const period = periodInPlan(plan, text);
    const { id, unit: of } = obligationOf(plan, period, unit);
    const obligation = (await findObligation(pool, id)) ?? expected(rules, period, of.code);
    return formFromRecord(pool, rules, obligation);
  });

/** The obligation as it will be when the round opens. */
function expected(rules: Rules, period: Period, unit: string): Obligation {
  const { plan } = rules;
  const { due } = roundDates(rules, nominalDue(period, plan.deadlines));
  const all = newObligations(plan, { id: roundId(plan.id, period), period, due });
  const found = all.find((obligation) => obligation.unit === unit);
  if (found) return found;
  const name = plan.units.find(({ code }) => code === unit)?.name ?? unit;
  throw new Problem(
    'not_found',
    `${name}在 ${period} 不需报送；应报单位见 cuibao plan owes ${period}。`,
  );
}
