/** cuibao sending | sending pause | sending resume: whether all sending is paused, and which steps wait for it. */

import { KIND } from '../../domain/field-words.ts';
import type { PlanAct } from '../../domain/plan-change/act.ts';
import { findPause } from '../../store/read/plans.ts';
import { onPlan } from '../command.ts';
import { readPausedSteps } from '../paused-steps.ts';
import { type Context, withPlan } from './context.ts';
import { type ActOptions, answer, wishOf } from './terminal/answer.ts';
import { say, sayJson } from './terminal/say.ts';
import { table } from './terminal/table.ts';
import { isoOrNull, shortMoment } from './terminal/time.ts';

export const showSending = (context: Context, { json }: { json?: true }): Promise<void> =>
  withPlan(context, async ({ pool, plan, rules: { zone }, now }) => {
    const pause = await findPause(pool, plan.id);
    const waiting = await readPausedSteps(pool, plan.id, await now());
    if (json) {
      return sayJson({
        paused: pause && { ...pause, since: zone.iso(pause.since) },
        heldBack: waiting.map((one) => ({
          ...one,
          at: zone.iso(one.at),
          goesAt: isoOrNull(one.goesAt, zone),
        })),
      });
    }
    say(
      pause
        ? `全部发送已停止：${shortMoment(pause.since, zone)}，${pause.by}，${pause.reason}`
        : '正常发送。',
    );
    if (waiting.length === 0) return;
    say(
      table(
        [
          { title: '单位', width: 18 },
          { title: '信息', width: 10 },
          { title: '原定', width: 13 },
          { title: '现在恢复的话', width: 40 },
        ],
        waiting.map((one) => [
          `${one.unitName} ${one.period}`,
          KIND[one.kind],
          shortMoment(one.at, zone),
          one.goesAt === null ? `不再发：${one.reason}` : `补发 ${shortMoment(one.goesAt, zone)}`,
        ]),
      ),
    );
  });

export const pauseSending = (
  context: Context,
  options: ActOptions & { reason: string },
): Promise<void> => act(context, options, { kind: 'pause-sending', reason: options.reason });

export const resumeSending = (context: Context, options: ActOptions): Promise<void> =>
  act(context, options, { kind: 'resume-sending' });

const act = (context: Context, options: ActOptions, planAct: PlanAct): Promise<void> =>
  withPlan(context, async (deps) => {
    const outcome = await onPlan(deps, wishOf(deps, 'bureau', options), deps.plan.id, planAct);
    answer(outcome, deps.rules.zone, options);
  });
