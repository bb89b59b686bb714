/** The plan that comes with the product, read as a user's would be. */
import { fileURLToPath } from 'node:url';
import type { Plan } from '../domain/plan/plan.ts';
import { problemLine, readPlanFolder } from '../gateways/plan-folder/read-folder.ts';

export const SHIPPED_FOLDER = fileURLToPath(
  new URL('../plans/zhongshan-2017-2020', import.meta.url),
);

export const shippedPlan: Plan = await readShipped();

async function readShipped(): Promise<Plan> {
  const { plan, problems } = await readPlanFolder(SHIPPED_FOLDER);
  if (!plan) throw new Error(problems.map(problemLine).join('\n'));
  return plan;
}
