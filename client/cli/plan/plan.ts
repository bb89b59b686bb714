/** cuibao plan show | owes: the work items, the roster and who owes a report, from the plan folder. */

import { CLASS } from '../../../domain/field-words.ts';
import { owed } from '../../../domain/plan/owed.ts';
import type { Plan, Scope } from '../../../domain/plan/plan.ts';
import { roundDates } from '../../../domain/round/round-dates.ts';
import { label, nominalDue, periodInPlan } from '../../../domain/time/period.ts';
import { zone as zoneNamed } from '../../../domain/time/zone.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import type { Context } from '../context.ts';
import { say, sayJson } from '../terminal/say.ts';
import { table } from '../terminal/table.ts';
import { dayInFull } from '../terminal/time.ts';
import { shortened } from '../terminal/width.ts';
import { readPlan } from './folder.ts';

const KINDS = { department: '部门', town: '镇区', other: '其他' } as const;

export async function showPlan(
  context: Context,
  folder: string | undefined,
  { json }: { json?: true },
): Promise<void> {
  const plan = await readPlan(context, folder, 'untried');
  if (json) return sayJson(planJson(plan));
  say(
    `《${plan.title}》  有效期 ${plan.validFrom} 至 ${plan.validTo}  汇总单位 ${plan.bureau.name}\n`,
  );
  say(itemsTable(plan));
  say();
  say(unitsTable(plan));
}

const planJson = ({ id, items, units }: Plan) => ({
  id,
  items: items.map((item) => ({
    no: item.no,
    categoryNo: item.categoryNo,
    category: item.category,
    content: item.content,
    leads: item.leads,
    supports: item.supports,
    schedule: item.schedule,
  })),
  units: units.map((unit) => ({
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    class: unit.class,
  })),
});

const itemsTable = ({ items }: Plan): string =>
  table(
    [
      { title: '序号', width: 5 },
      { title: '类别', width: 20 },
      { title: '工作内容', width: 36 },
      { title: '牵头', width: 25 },
      { title: '时间安排', width: 13 },
    ],
    items.map((item) => [
      String(item.no),
      shortened(`${item.categoryNo} ${item.category}`, 19),
      shortened(item.content, 35),
      item.leads.join('、'),
      item.schedule,
    ]),
  );

const unitsTable = ({ units }: Plan): string =>
  table(
    [
      { title: '代码', width: 18 },
      { title: '单位', width: 26 },
      { title: '种类', width: 6 },
      { title: '类别', width: 10 },
      { title: '别名', width: 40 },
    ],
    units.map((unit) => [
      unit.code,
      unit.name,
      KINDS[unit.kind],
      CLASS[unit.class],
      shortened(unit.aliases.join('、'), 39),
    ]),
  );

export async function showOwed(
  context: Context,
  periodText: string,
  folder: string | undefined,
  { json, scope }: { json?: true; scope?: Scope },
): Promise<void> {
  const plan = await readPlan(context, folder, 'untried');
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
