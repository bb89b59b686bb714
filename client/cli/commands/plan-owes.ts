/** cuibao plan owes: who owes a report in a period, and about which items. */

import { owed } from '../../../domain/plan/owed.ts';
import type { Scope } from '../../../domain/plan/plan.ts';
import { roundDates } from '../../../domain/round-dates.ts';
import { label, nominalDue, periodInPlan } from '../../../domain/time/period.ts';
import { zone as zoneNamed } from '../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import type { Context } from '../context.ts';
import { readPlan } from '../plan-source.ts';
import { say, sayJson } from '../terminal/say.ts';
import { table } from '../terminal/table.ts';
import { dayInFull } from '../terminal/time.ts';

export async function planOwes(
  context: Context,
  periodText: string,
  folder: string | undefined,
  { json, scope }: { json?: true; scope?: Scope },
): Promise<void> {
  const plan = await readPlan(context, folder);
  const period = periodInPlan(plan, periodText);
  const due = nominalDue(period, plan.deadlines);
  const owing = owed(plan, period, scope);
  if (json) {
    const units = owing.map(({ unit, items }) => ({ code: unit.code, name: unit.name, items }));
    return sayJson({ period, due, units });
  }
  const dates = roundDates({ plan, calendar: shippedCalendar(), zone: zoneNamed(plan.zone) }, due);
  const judged =
    dates.due.effective === due ? '' : `，按${dayInFull(dates.due.effective)}判断是否迟报`;
  say(
    `${label(period)}（${period}）：应报${owing.length}个单位，截止 ${dayInFull(due)}${judged}\n`,
  );
  say(
    table(
      [
        { title: '代码', width: 18 },
        { title: '单位', width: 26 },
        { title: '事项', width: 30 },
        { title: '选填事项', width: 26 },
      ],
      owing.map(({ unit, items, optionalItems }) => [
        unit.code,
        unit.name,
        items.length === 0 ? '零报告' : items.join(' '),
        optionalItems.join(' '),
      ]),
    ),
  );
}
