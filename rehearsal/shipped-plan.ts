/** The plan that comes with the product, read like a user's. */
import { fileURLToPath } from 'node:url';
import type { Plan } from '../domain/plan/plan.ts';
import { ALL_TOWNS, unitNamed } from '../domain/plan/roster.ts';
import { day } from '../domain/time/time.ts';
import { problemLine } from '../gateways/plan-folder/folder-problem.ts';
import { readPlanFolder } from '../gateways/plan-folder/read-folder.ts';

export const SHIPPED_FOLDER = fileURLToPath(
  new URL('../plans/zhongshan-2017-2020', import.meta.url),
);

export const shippedPlan: Plan = await readShipped();

async function readShipped(): Promise<Plan> {
  const { plan, problems } = await readPlanFolder(SHIPPED_FOLDER);
  if (!plan) throw new Error(problems.map(problemLine).join('\n'));
  return plan;
}

/** Only 2018H1 is due in the year 2018, and only these units owe (the bureau its own part, when it is named). */
export function smallPlan(...codes: string[]): Plan {
  const { items, units, bureau } = shippedPlan;
  const owes = (name: string) =>
    name === ALL_TOWNS || codes.includes(unitNamed(shippedPlan, name)?.code ?? '');
  return {
    ...shippedPlan,
    validFrom: day('2018-02-01'),
    units: units.filter(({ code }) => codes.includes(code) || code === bureau.unit),
    items: items
      .map((item) => ({ ...item, leads: item.leads.filter(owes), supports: [] }))
      .filter(({ leads }) => leads.length > 0),
  };
}
