/** Reads a plan from its folder; needs no running service. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../../domain/plan/plan.ts';
import { Problem } from '../../../domain/problem.ts';
import { problemLine } from '../../../gateways/plan-folder/folder-problem.ts';
import { readPlanFolder } from '../../../gateways/plan-folder/read-folder.ts';
import { type Context, planOf } from '../context.ts';

/** The given folder, relative to the working directory; otherwise the folder of this installation's plan. */
export async function folderOf(context: Context, folder: string | undefined): Promise<string> {
  if (folder !== undefined) return path.resolve(folder);
  const plans = fileURLToPath(new URL('../../../plans/', import.meta.url));
  return path.join(plans, planOf(await context.settings()));
}

/**
 * @param words `untried` for what says nothing in the plan's words
 * @throws Problem `invalid` with every problem of the folder, one a line
 */
export async function readPlan(
  context: Context,
  folder: string | undefined,
  words: 'tried' | 'untried' = 'tried',
): Promise<Plan> {
  const from = await folderOf(context, folder);
  const { plan, problems } = await readPlanFolder(from, words);
  if (plan) return plan;
  throw new Problem(
    'invalid',
    `方案文件夹 ${from} 有${problems.length}处问题：\n${problems.map(problemLine).join('\n')}`,
  );
}
