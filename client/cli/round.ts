/** cuibao compile | sign-off | reopen | pause | resume | move-date | cancel: what the bureau does to a whole round. */

import { writeFile } from 'node:fs/promises';
import { Problem } from '../../domain/problem.ts';
import type { RoundAct } from '../../domain/round/round.ts';
import type { Zone } from '../../domain/time/time.ts';
import type { Pool } from '../../store/db/pool.ts';
import { type Compiled, newestCompilation, readCompiled } from '../../store/read/compilations.ts';
import { onRound, roundOf } from '../command.ts';
import { parseDay } from '../typed-time.ts';
import { type Context, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { aside, during } from './terminal/say.ts';

type WithReason = ActOptions & { reason: string };

export const signOff = (
  context: Context,
  period: string,
  options: ActOptions & { version: number },
) => act(context, period, options, () => ({ kind: 'sign-off', version: options.version }));

export const reopen = (context: Context, period: string, options: WithReason) =>
  act(context, period, options, () => ({ kind: 'reopen', reason: options.reason }));

export const pause = (context: Context, period: string, options: WithReason) =>
  act(context, period, options, () => ({ kind: 'pause', reason: options.reason }));

export const resume = (context: Context, period: string, options: ActOptions) =>
  act(context, period, options, () => ({ kind: 'resume' }));

export const moveDate = (context: Context, period: string, options: WithReason & { to: string }) =>
  act(context, period, options, (zone) => ({
    kind: 'move-date',
    to: parseDay(options.to, zone),
    reason: options.reason,
  }));

export const cancel = (context: Context, period: string, options: WithReason) =>
  act(context, period, options, () => ({ kind: 'cancel', reason: options.reason }));

const act = (
  context: Context,
  period: string,
  options: ActOptions,
  actOf: (zone: Zone) => RoundAct,
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { zone } = deps.rules;
    const round = roundOf(deps.plan, period);
    const outcome = await onRound(deps, wishOf(deps, 'bureau', options), round, actOf(zone));
    answer(outcome, zone, options);
  });

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 250;

/** Asks for a new version of the compilation, which the worker makes, and waits for it. */
export const compile = (
  context: Context,
  period: string,
  options: ActOptions & { wait: boolean; output?: string },
): Promise<void> =>
  withPlan(context, async (deps) => {
    const { pool, plan, rules } = deps;
    const round = roundOf(plan, period);
    const before = await newestCompilation(pool, round);
    const outcome = await onRound(deps, wishOf(deps, 'bureau', options), round, {
      kind: 'compile',
    });
    answer(outcome, rules.zone, options);
    if (!outcome.ok || !options.wait) return;
    const made = await during('正在汇总', newVersion(pool, round, before?.version ?? 0));
    if (made === null) {
      throw new Problem(
        'unavailable',
        '汇总请求已登记，但后台服务还没有完成；它恢复后会自动生成，稍后用 cuibao board 查看。',
      );
    }
    aside(`第${made.version}版汇总报告已生成，未报${made.outstanding}个单位。`);
    if (options.output !== undefined) await save(pool, round, made.version, options.output);
  });

async function newVersion(pool: Pool, round: string, after: number): Promise<Compiled | null> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    const newest = await newestCompilation(pool, round);
    if (newest && newest.version > after) return newest;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return null;
}

async function save(pool: Pool, round: string, version: number, file: string): Promise<void> {
  const compiled = await readCompiled(pool, round, version);
  if (!compiled) return;
  await writeFile(file, compiled.document);
  aside(`已写入 ${file}。`);
}
