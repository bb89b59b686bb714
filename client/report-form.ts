/** A unit's prefilled form: from its newest report of this period, else of the last period, else from defaults. */

import type { Obligation } from '../domain/obligation/obligation.ts';
import { type Form, formOf, prefilledReport } from '../domain/obligation/report-form.ts';
import type { Report } from '../domain/obligation/submission.ts';
import type { Contact, Plan } from '../domain/plan/plan.ts';
import { findUnit } from '../domain/plan/roster.ts';
import { roundDates } from '../domain/round/round-dates.ts';
import { aboutOf } from '../domain/texts/about.ts';
import { byWhen } from '../domain/texts/language/zh.ts';
import { nominalDue, type Period, parsePeriod } from '../domain/time/period.ts';
import type { Db } from '../store/db/pool.ts';
import { readContacts } from '../store/read/contacts.ts';
import type { Rules } from '../store/read/plans.ts';
import { lastReport, readSubmissions } from '../store/read/submissions.ts';

export async function formFromRecord(db: Db, rules: Rules, obligation: Obligation): Promise<Form> {
  const { plan } = rules;
  const period = parsePeriod(obligation.round.split('/')[1] ?? '');
  const handedIn = await readSubmissions(db, obligation.id);
  return startedForm(rules, period, obligation, {
    current: handedIn.findLast(({ withdrawnAt }) => withdrawnAt === null)?.report ?? null,
    last: await lastReport(db, plan.id, obligation.unit, period),
    contacts: await readContacts(db, plan.id),
  });
}

export type FormStart = {
  readonly current: Report | null;
  readonly last: Report | null;
  readonly contacts: Plan['contacts'];
};

export function startedForm(rules: Rules, period: Period, o: Obligation, start: FormStart): Form {
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
  return formOf(plan, period, owes, byWhen(about, zone), report, start.last);
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
