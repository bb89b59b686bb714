/** The plan as its folder states it: no service is needed for that. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../domain/plan/plan.ts';
import { Problem } from '../../domain/problem.ts';
import { problemLine, readPlanFolder } from '../../gateways/plan-folder/read-folder.ts';
import { type Context, planOf } from './context.ts';

/** As given, from where the person is; otherwise the folder of the plan that this installation serves. */
export async function folderOf(context: Context, folder: string | undefined): Promise<string> {
  if (folder !== undefined) return path.resolve(folder);
  const plans = fileURLToPath(new URL('../../plans/', import.meta.url));
  return path.join(plans, planOf(await context.settings()));
}

/** @throws Problem `invalid` with every problem of the folder, one a line */
export async function readPlan(context: Context, folder: string | undefined): Promise<Plan> {
  const from = await folderOf(context, folder);
  const { plan, problems } = await readPlanFolder(from);
  if (plan) return plan;
  throw new Problem(
    'invalid',
    `方案文件夹 ${from} 有${problems.length}处问题：\n${problems.map(problemLine).join('\n')}`,
  );
}
