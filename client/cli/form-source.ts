/** What a unit's form starts with: its own newest report of this period, else that of the last one, else defaults. */
import { aboutOf } from '../../domain/about.ts';
import { newObligations } from '../../domain/new-obligations.ts';
import { type Obligation, roundId } from '../../domain/obligation.ts';
import { nominalDue, type Period, periodInPlan } from '../../domain/period.ts';
import type { Contact, Plan } from '../../domain/plan.ts';
import { Problem } from '../../domain/problem.ts';
import { type Form, formOf } from '../../domain/report/form.ts';
import { prefilledReport } from '../../domain/report.ts';
import { findUnit } from '../../domain/roster.ts';
import { roundDates } from '../../domain/round-dates.ts';
import type { Report } from '../../domain/submission.ts';
import { byWhen } from '../../domain/texts/deadline.ts';
import { shippedCalendar } from '../../gateways/holidays.ts';
import { findObligation } from '../../store/obligations.ts';
import { readContacts } from '../../store/plans.ts';
import { type Rules, rulesOf } from '../../store/rules.ts';
import { lastReport, readSubmissions } from '../../store/submissions.ts';
import { obligationOf } from '../desk.ts';
import { type Context, inOffice } from './context.ts';
import { readPlan } from './plan-source.ts';

export async function formFromFolder(context: Context, text: string, unit: string): Promise<Form> {
  const plan = await readPlan(context, undefined);
  const period = periodInPlan(plan, text);
  const rules = rulesOf(plan, shippedCalendar());
  const obligation = expected(rules, period, findUnit(plan, unit).code);
  return made(rules, period, obligation, { last: null, current: null, contacts: plan.contacts });
}

export const formFromDatabase = (context: Context, text: string, unit: string): Promise<Form> =>
  inOffice(context, async ({ plan, pool, rules }) => {
    const period = periodInPlan(plan, text);
    const { id, unit: of } = obligationOf(plan, period, unit);
    const obligation = (await findObligation(pool, id)) ?? expected(rules, period, of.code);
    const handedIn = await readSubmissions(pool, id);
    const current = handedIn.findLast(({ withdrawnAt }) => withdrawnAt === null)?.report ?? null;
    return made(rules, period, obligation, {
      last: await lastReport(pool, plan.id, of.code, period),
      current,
      contacts: await readContacts(pool, plan.id),
    });
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

type Start = {
  readonly current: Report | null;
  readonly last: Report | null;
  readonly contacts: Plan['contacts'];
};

function made(rules: Rules, period: Period, o: Obligation, start: Start): Form {
  const { plan, calendar, zone } = rules;
  const unit = findUnit(plan, o.unit);
  const about = aboutOf({
    plan,
    calendar,
    zone,
    period,
    dates: roundDates(rules, nominalDue(period, plan.deadlines)),
    obligation: o,
    kind: 'notice',
    asOf: o.due.at,
    before: [],
    returned: null,
    extended: null,
  });
  const owes = { unit, items: o.items, optionalItems: o.optionalItems };
  const liaison = start.contacts.find((c) => c.unit === o.unit && c.role === 'liaison');
  const report = start.current ?? blank(rules.plan, o, start.last, liaison);
  return formOf(plan, period, owes, byWhen(about, zone), report);
}

const blank = (
  plan: Plan,
  o: Obligation,
  last: Report | null,
  liaison: Contact | undefined,
): Report =>
  prefilledReport({ ...o, isTown: o.unitKind === 'town' }, last, plan.items, {
    preparedBy: liaison?.name ?? '（填报人）',
    phone: liaison?.phone ?? '（联系电话）',
    reviewedBy: '',
    signedBy: '（签发人）',
  });
