/** The ladder of the shipped policy for a due date, whole or as `key moment` lines. */

import { type Cycle, planLadder } from '../../domain/ladder/ladder.ts';
import type { StepPolicy } from '../../domain/plan/policy.ts';
import { china, chinaTime, dueOn, policy, show } from './time/dates.ts';

type Options = {
  readonly cycle?: Cycle;
  readonly steps?: readonly StepPolicy[];
  readonly unitClass?: 'municipal' | 'central';
  readonly calendar?: typeof china;
  readonly performedRepeats?: number;
};

export const ladder = (nominal: string, options: Options = {}) => {
  const { cycle = { kind: 'first' }, calendar = china, unitClass = 'municipal' } = options;
  return planLadder({
    policy: { ...policy, steps: options.steps ?? policy.steps },
    calendar,
    zone: chinaTime,
    due: dueOn(nominal, calendar),
    unitClass,
    cycle,
    performedRepeats: options.performedRepeats ?? 0,
  });
};
export const shown = (nominal: string, options: Options = {}) =>
  ladder(nominal, options).map((step) => `${step.key} ${show(step.at)}`);
