/** cuibao plan check: every problem at once; writes nothing. */

import type { Plan } from '../../../domain/plan/plan.ts';
import { zone } from '../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import { problemLine, readPlanFolder } from '../../../gateways/plan-folder/read-folder.ts';
import { refusedSentences } from '../../sms-refusals.ts';
import type { Context } from '../context.ts';
import { folderOf } from '../plan-source.ts';
import { say, sayJson } from '../terminal/say.ts';

export async function planCheck(
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
