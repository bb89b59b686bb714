/** The entry that an import leaves in the plan's own trail: from which version to which, and how much changed. */

import type { PlanCommand } from '../domain/command.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { ImportCounts, PlanAct } from '../domain/plan-change/act.ts';
import { planDifference } from '../domain/plan-change/plan-difference.ts';
import { calendarDifference } from '../domain/time/calendar-difference.ts';
import type { WorkCalendar } from '../domain/time/workdays.ts';
import type { Db } from './db/transaction.ts';
import type { PlanVersion } from './read/plans.ts';
import { appendEntry } from './write/chain.ts';

export type BeforeImport = {
  readonly plan: PlanVersion | null;
  readonly contacts: Plan['contacts'];
  readonly calendar: WorkCalendar | null;
};

type ImportAct = Extract<PlanAct, { kind: 'import' }>;

type Taken = Omit<ImportAct, 'kind' | 'versionBefore' | 'counts'> & {
  readonly before: BeforeImport;
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
};

/** None when there was nothing to take in. */
export async function recordImport(
  tx: Db,
  by: Pick<PlanCommand, 'id' | 'actor' | 'receivedAt'>,
  { before, plan, calendar, ...taken }: Taken,
): Promise<void> {
  const { planChanged, contactsChanged, calendarAdded } = taken;
  if (!planChanged && !contactsChanged && !calendarAdded) return;
  const act: ImportAct = {
    kind: 'import',
    ...taken,
    versionBefore: before.plan?.version ?? null,
    counts: countsOf(before, plan, calendar),
  };
  const { id, receivedAt } = by;
  const message = sentence(act, plan);
  const outcome = { ok: true, command: id, kind: 'import', receivedAt, message } as const;
  const command = { ...by, plan: plan.id, act };
  await appendEntry(tx, { command, subject: plan.id, obligation: null, outcome });
}

function countsOf(before: BeforeImport, plan: Plan, calendar: WorkCalendar): ImportCounts {
  const days = before.calendar ? calendarDifference(before.calendar, calendar).days.length : 0;
  if (!before.plan) {
    const { items, units, contacts } = plan;
    const all = { items: items.length, units: units.length, contacts: contacts.length };
    return { settings: 0, ...all, days };
  }
  const known = { ...before.plan.plan, contacts: before.contacts };
  const differences = planDifference(known, plan);
  const about = (what: (typeof differences)[number]['about']) =>
    differences.filter((one) => one.about === what).length;
  return {
    settings: about('settings'),
    items: about('item'),
    units: about('unit'),
    contacts: about('contact'),
    days,
  };
}

function sentence(act: ImportAct, plan: Plan): string {
  const { version, versionBefore, counts } = act;
  const { settings, items, units, contacts, days } = counts;
  const inPlan = [
    versionBefore === null ? '' : `原第${versionBefore}版`,
    settings > 0 ? `设置${settings}处` : '',
    items > 0 ? `事项${items}项` : '',
    units > 0 ? `单位${units}个` : '',
  ];
  const parts = [
    act.planChanged ? `方案第${version}版（${together(inPlan)}）` : '',
    act.contactsChanged ? `联系人（共${plan.contacts.length}位，改动${contacts}处）` : '',
    act.calendarAdded ? `工作日历（${days}天的上班安排有变）` : '',
  ];
  return `已导入${together(parts)}。`;
}

const together = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('、');
