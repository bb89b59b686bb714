/** cuibao plan import: shows what changes, asks, then takes the plan in. Twice the same changes nothing. */

import type { Plan } from '../../../domain/plan.ts';
import { planDifference } from '../../../domain/plan-difference.ts';
import { Problem } from '../../../domain/problem.ts';
import type { WorkCalendar } from '../../../domain/workdays.ts';
import { readCalendarFile, shippedCalendar } from '../../../gateways/holidays.ts';
import { readCalendar } from '../../../store/calendars.ts';
import { importPlan } from '../../../store/import-plan.ts';
import { findPlan, readContacts } from '../../../store/plans.ts';
import type { Db } from '../../../store/pool.ts';
import { type Context, withDatabase } from '../context.ts';
import { readPlan } from '../plan-source.ts';
import { confirm, during, say } from '../terminal.ts';

type Options = { calendar?: string; yes?: true };

export async function planImport(
  context: Context,
  folder: string | undefined,
  options: Options,
): Promise<void> {
  const plan = await readPlan(context, folder);
  const calendar = options.calendar ? await readCalendarFile(options.calendar) : shippedCalendar();
  await withDatabase(context, async ({ pool, now }) => {
    const changes = [
      ...(await planChanges(pool, plan)),
      ...(await calendarChanges(pool, calendar)),
    ];
    if (changes.length === 0) return say(`${plan.id} 没有变化，无须导入。`);
    for (const change of changes) say(`  ${change}`);
    await confirm(`导入以上${changes.length}处变化？`, options.yes);
    const done = await during('正在导入', importPlan(pool, plan, calendar, await now()));
    say(`已导入：${plan.id} 第${done.version}版，工作日历 ${calendar.version}。`);
  });
}

async function planChanges(db: Db, plan: Plan): Promise<string[]> {
  const before = await findPlan(db, plan.id);
  if (!before) {
    const { items, units, contacts } = plan;
    return [
      `首次导入方案《${plan.title}》：${items.length}项，${units.length}个单位，${contacts.length}位联系人。`,
    ];
  }
  const known = { ...before.plan, contacts: inFolderOrder(await readContacts(db, plan.id), plan) };
  return planDifference(known, plan).map(({ sentence }) => sentence);
}

// The database sorts them by unit; among those of one role the order, which tells them apart, is kept.
const inFolderOrder = (contacts: Plan['contacts'], plan: Plan): Plan['contacts'] =>
  contacts.toSorted((a, b) => placeOf(plan, a.unit) - placeOf(plan, b.unit));

const placeOf = (plan: Plan, unit: string): number =>
  plan.units.findIndex(({ code }) => code === unit);

async function calendarChanges(db: Db, calendar: WorkCalendar): Promise<string[]> {
  const before = await readCalendar(db).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  });
  if (before === null) return [`工作日历：${calendar.version}。`];
  return before.version === calendar.version
    ? []
    : [`工作日历：${before.version} → ${calendar.version}。`];
}
