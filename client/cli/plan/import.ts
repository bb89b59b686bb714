/** cuibao plan check | import: reports every problem of a plan folder; shows what an import changes, asks, imports. */

import type { Plan } from '../../../domain/plan/plan.ts';
import { zone } from '../../../domain/time/zone.ts';
import { readCalendarFile, shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import { problemLine } from '../../../gateways/plan-folder/folder-problem.ts';
import { readPlanFolder } from '../../../gateways/plan-folder/read-folder.ts';
import { readWorkCalendar, workCalendarVersion } from '../../../store/read/plans.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { changesBy } from '../../plan-changes.ts';
import { refusedSentences } from '../../sms-refusals.ts';
import { type Context, withDatabase } from '../context.ts';
import { confirm, during, say, sayJson } from '../terminal/say.ts';
import { folderOf, readPlan } from './folder.ts';

type Options = { calendar?: string; yes?: true };

/** Importing the same plan twice changes nothing. */
export async function importFolder(
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

/** Null when none is named: an import must not replace an amended calendar by the shipped one. */
async function calendarNamed(named: string | undefined) {
  if (named === undefined) return null;
  return named === 'shipped' ? shippedCalendar() : readCalendarFile(named);
}

/** Writes nothing; sets exit code 1 when there are problems. */
export async function checkPlan(
  context: Context,
  folder: string | undefined,
  { json }: { json?: true },
): Promise<void> {
  const from = await folderOf(context, folder);
  const { plan, problems } = await readPlanFolder(from);
  const sms = plan ? refusedSentences(rulesOf(plan), await context.settings()) : [];
  const ok = problems.length + sms.length === 0;
  if (!ok) process.exitCode = 1;
  if (json) return sayJson({ folder: from, ok, problems, sms });
  if (plan) {
    say(summary(plan));
    for (const sentence of sms) say(`  ${sentence}`);
    return;
  }
  say(`${from} 有${problems.length}处问题，没有写入任何内容：`);
  for (const problem of problems) say(`  ${problemLine(problem)}`);
}

const rulesOf = (plan: Plan) => ({ plan, calendar: shippedCalendar(), zone: zone(plan.zone) });

function summary({ title, items, units, contacts }: Plan): string {
  const categories = new Set(items.map((item) => item.categoryNo)).size;
  const towns = units.filter((unit) => unit.kind === 'town').length;
  return `没有问题：《${title}》${items.length}项、${categories}类，${units.length}个单位（其中镇区${towns}个），${contacts.length}位联系人。`;
}
