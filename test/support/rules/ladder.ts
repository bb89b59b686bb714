/** The steps of the tests' policy: planned for a due date, and judged at chosen moments. */

import { addressingOf, isByHand, isReply } from '../../../domain/ladder/called-steps.ts';
import { type Cycle, planLadder } from '../../../domain/ladder/ladder.ts';
import { replan } from '../../../domain/ladder/look.ts';
import type { Step } from '../../../domain/ladder/step.ts';
import type { Obligation } from '../../../domain/obligation/obligation.ts';
import type { MessageKind } from '../../../domain/plan/message-kinds.ts';
import type { StepPolicy } from '../../../domain/plan/policy.ts';
import type { RoundPhase } from '../../../domain/round/round.ts';
import type { WorkCalendar } from '../../../domain/time/workdays.ts';
import { at, china, dueOn, shanghai, show } from '../time/dates.ts';
import { policy } from './policy.ts';

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
    zone: shanghai,
    due: dueOn(nominal, calendar),
    unitClass,
    cycle,
    performedRepeats: options.performedRepeats ?? 0,
  });
};

/** The ladder as lines, `chase-1 2018-07-17 10:30`. */
export const shown = (nominal: string, options: Options = {}) =>
  ladder(nominal, options).map((step) => `${step.key} ${show(step.at)}`);

type Circumstances = { readonly phase?: RoundPhase; readonly calendar?: WorkCalendar };

/** One look at the obligation, as its workflow takes it. */
export function look(
  asOf: string,
  obligation: Obligation,
  steps: readonly Step[] = [],
  { phase = 'open', calendar = china }: Circumstances = {},
) {
  const now = at(asOf);
  return replan({ obligation, phase, steps, policy, calendar, zone: shanghai, asOf: now });
}

/** At each moment looks and performs what is due, beginning with the steps of the moment before. */
export function pass(
  moments: readonly string[],
  obligation: Obligation,
  steps: readonly Step[] = [],
  circumstances: Circumstances = {},
): Step[] {
  return moments.reduce<Step[]>(
    (known, asOf) => performed(look(asOf, obligation, known, circumstances).steps, asOf),
    [...steps],
  );
}

export const performed = (steps: readonly Step[], asOf: string): Step[] =>
  steps.map((step) =>
    step.state === 'planned' && step.at <= at(asOf) ? { ...step, state: 'performed' } : step,
  );

/** A step that a command asked for at that moment. */
export const called = (o: Obligation, key: string, kind: MessageKind, when: string): Step => ({
  obligation: o.id,
  cycle: o.cycle,
  key,
  kind,
  state: 'planned',
  at: at(when),
  notAfter: at(when),
  firstAt: at(when),
  addressing: addressingOf(kind),
  reason: null,
});

/** The replies and the reminders sent by hand among the steps, as `cycle key`. */
export const calledFor = (steps: readonly Step[]): string[] =>
  steps
    .filter((step) => isReply(step.kind) || isByHand(step.key))
    .map((step) => `${step.cycle} ${step.key}`);

/** The steps in that state, as `chase-1 2018-07-17 10:30`. */
export const inState = (steps: readonly Step[], state: Step['state'], cycle?: number): string[] =>
  steps
    .filter((step) => step.state === state && (cycle === undefined || step.cycle === cycle))
    .map((step) => `${step.key} ${show(step.at)}`);

/** The steps in that state, as `key: reason`. */
export const reasons = (steps: readonly Step[], state: Step['state']): string[] =>
  steps.filter((step) => step.state === state).map((step) => `${step.key}: ${step.reason}`);
