/** cuibao plan show: the work items and the roster, from the folder. */
import type { Plan } from '../../domain/plan/plan.ts';
import { CLASS } from '../state-words.ts';
import type { Context } from './context.ts';
import { readPlan } from './plan-source.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';
import { shortened } from './terminal/width.ts';

const KINDS = { department: '部门', town: '镇区', other: '其他' } as const;

export async function planShow(
  context: Context,
  folder: string | undefined,
  { json }: { json?: true },
): Promise<void> {
  const plan = await readPlan(context, folder);
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
