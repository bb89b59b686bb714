/** cuibao plan import: shows what changes, asks, then takes the plan in. Twice the same changes nothing. */

import { zone } from '../../domain/time/zone.ts';
import { readCalendarFile, shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { readWorkCalendar, workCalendarVersion } from '../../store/calendars.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { changesBy } from '../plan-changes.ts';
import { refusedSentences } from '../sms-refusals.ts';
import { type Context, withDatabase } from './context.ts';
import { readPlan } from './plan-source.ts';
import { confirm, during, say } from './terminal/say.ts';

type Options = { calendar?: string; yes?: true };

export async function planImport(
  context: Context,
  folder: string | undefined,
  options: Options,
): Promise<void> {
  const plan = await readPlan(context, folder);
  const given = await calendarNamed(options.calendar);
  await withDatabase(context, async ({ pool, now, settings }) => {
    const isFirst = (await workCalendarVersion(pool)) === null;
    const calendar = given ?? (isFirst ? shippedCalendar() : await readWorkCalendar(pool));
    const changes = await changesBy(pool, plan, calendar);
    if (changes.length === 0) return say(`${plan.id} 没有变化，无须导入。`);
    for (const { sentence } of changes) say(`  ${sentence}`);
    const rules = { plan, calendar, zone: zone(plan.zone) };
    for (const sentence of refusedSentences(rules, settings)) say(`  注意：${sentence}`);
    await confirm(`导入以上${changes.length}处变化？`, options.yes);
    const done = await during(
      '正在导入',
      importPlan(pool, plan, calendar, await now(), { kind: 'administrator', name: '管理员' }),
    );
    say(`已导入：${plan.id} 第${done.version}版，工作日历 ${calendar.version}。`);
  });
}

/** Null when none is named: the one in force stays, so that a plan never takes an amended calendar back. */
async function calendarNamed(named: string | undefined) {
  if (named === undefined) return null;
  return named === 'shipped' ? shippedCalendar() : readCalendarFile(named);
}
