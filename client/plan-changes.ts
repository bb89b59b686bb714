/** What an import would change, in sentences, before anything is written. */

import type { Plan } from '../domain/plan/plan.ts';
import { type Difference, planDifference } from '../domain/plan-change/plan-difference.ts';
import { calendarDifference } from '../domain/time/calendar-difference.ts';
import type { WorkCalendar } from '../domain/time/workdays.ts';
import type { Db } from '../store/db/pool.ts';
import { readContacts } from '../store/read/contacts.ts';
import { findPlan, readWorkCalendar, workCalendarVersion } from '../store/read/plans.ts';

export type PlanChange = {
  readonly about: Difference['about'] | 'plan' | 'calendar';
  readonly sentence: string;
};

/** What importing this plan and calendar would change; empty for no change. */
export const changesBy = async (
  db: Db,
  plan: Plan,
  calendar: WorkCalendar,
): Promise<PlanChange[]> => [
  ...(await planChanges(db, plan)),
  ...(await calendarChanges(db, calendar)),
];

async function planChanges(db: Db, plan: Plan): Promise<PlanChange[]> {
  const before = await findPlan(db, plan.id);
  if (!before) {
    const { items, units, contacts } = plan;
    return [
      {
        about: 'plan',
        sentence: `首次导入方案《${plan.title}》：${items.length}项，${units.length}个单位，${contacts.length}位联系人。`,
      },
    ];
  }
  const known = { ...before.plan, contacts: inFolderOrder(await readContacts(db, plan.id), plan) };
  return planDifference(known, plan);
}

// The database sorts contacts by unit code, the folder by its roster. The order within one role stays: it is a contact's ordinal.
function inFolderOrder(contacts: Plan['contacts'], plan: Plan): Plan['contacts'] {
  const places = new Map(plan.units.map(({ code }, place) => [code, place]));
  const placeOf = (unit: string) => places.get(unit) ?? -1;
  return contacts.toSorted((a, b) => placeOf(a.unit) - placeOf(b.unit));
}

async function calendarChanges(db: Db, calendar: WorkCalendar): Promise<PlanChange[]> {
  const inForce = await workCalendarVersion(db);
  if (inForce === calendar.version) return [];
  const sentences =
    inForce === null
      ? [`工作日历：${calendar.version}。`]
      : [
          `工作日历：${inForce} → ${calendar.version}。`,
          ...daysChanged(await readWorkCalendar(db), calendar),
        ];
  return sentences.map((sentence) => ({ about: 'calendar', sentence }));
}

function daysChanged(before: WorkCalendar, after: WorkCalendar): string[] {
  const { published, withdrawn, days } = calendarDifference(before, after);
  return [
    published.length > 0 ? `新增${published.join('、')}年的放假通知。` : '',
    withdrawn.length > 0 ? `不再包含${withdrawn.join('、')}年的放假通知，这些年改按周末推算。` : '',
    ...days.map(({ sentence }) => sentence),
  ].filter((sentence) => sentence !== '');
}
