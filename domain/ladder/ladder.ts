/**
 * The steps of one obligation as instants, from policy, due date and calendar (docs/rules.md, rules 4, 7 and 12). Computed
 * in activities, anew after every change.
 */

import { type StepKind, severity } from '../plan/message-kinds.ts';
import type { Addressing, StepPolicy, UnitClass } from '../plan/policy.ts';
import { Problem } from '../problem.ts';
import type { Instant } from '../time/time.ts';
import { type PlannedStep, placeStep, placeSteps, type StepRules, stepKey } from './place-steps.ts';

/** Why the present cycle began; `from` is when its due date was set. */
export type Cycle =
  | { readonly kind: 'first' }
  | { readonly kind: 'extended'; readonly from: Instant }
  | { readonly kind: 'returned'; readonly from: Instant };

type LadderInput = StepRules & {
  readonly unitClass: UnitClass;
  readonly cycle: Cycle;
  /** Repetitions performed so far; default 0. */
  readonly performedRepeats?: number;
  /** Repetitions to plan beyond those; default 3. */
  readonly ahead?: number;
};

/** Ordered by instant; steps of one instant in the order of the ladder. */
export function planLadder(input: LadderInput): PlannedStep[] {
  const { cycle } = input;
  switch (cycle.kind) {
    case 'first':
      return placeSteps(ladder(input), input);
    case 'extended': {
      const again = ladder(input).filter((step) => step.kind !== 'notice');
      return placeSteps(again, input).filter((step) => step.at > cycle.from);
    }
    case 'returned':
      return shortCount(input, cycle.from);
  }
}

/** When the round opens: with its notice. @throws Problem `invalid` when the policy has no notice */
export function opensAt(round: StepRules): Instant {
  const [notice] = placeSteps(
    round.policy.steps.filter((step) => step.kind === 'notice'),
    round,
  );
  if (notice) return notice.at;
  throw new Problem(
    'invalid',
    '策略中没有报送通知（notice）节点，批次无从开启；请在 steps 中补上。',
  );
}

/** Placed by the same rules as the notice; null when the policy has no such question. */
export function contactCheckAt(round: StepRules): Instant | null {
  const { contactCheck } = round.policy;
  if (contactCheck === undefined) return null;
  return placeStep({ ...contactCheck, kind: 'notice', count: 'workdays', to: [] }, round).at;
}

function ladder({ policy, unitClass, performedRepeats = 0, ahead = 3 }: LadderInput): StepPolicy[] {
  const steps = upToHighest(policy.steps, policy.classes[unitClass].highest);
  return steps.flatMap((step) => repetitions(step, performedRepeats + ahead));
}

function repetitions(step: StepPolicy, times: number): StepPolicy[] {
  const { repeatEvery } = step;
  if (repeatEvery === undefined) return [step];
  return Array.from({ length: times }, (_, i) => ({ ...step, days: step.days + i * repeatEvery }));
}

/** A returned report (rule 12) gets one reminder, then an officer's task on T+1. */
function shortCount(input: LadderInput, from: Instant): PlannedStep[] {
  const { steps, compile } = input.policy;
  const task: StepPolicy = {
    kind: 'chase',
    days: 1,
    count: 'workdays',
    at: steps.find((step) => step.kind === 'chase')?.at ?? compile.at,
    to: [OFFICERS_TASK],
  };
  return [...lastReminder(input, from), { ...placeStep(task, input), key: 'returned-task' }];
}

// The last reminder; on the due day when its own moment has passed; none when that has passed too.
function lastReminder(input: LadderInput, from: Instant): PlannedStep[] {
  const reminders = input.policy.steps.filter((step) => step.kind === 'reminder');
  const [last] = reminders.toSorted((a, b) => b.days - a.days);
  if (!last) return [];
  const moments = [last, { ...last, days: 0 }].map((step) => placeStep(step, input));
  const reminder = moments.find((step) => step.at > from);
  return reminder ? [{ ...reminder, key: stepKey(last) }] : [];
}

const OFFICERS_TASK: Addressing = {
  slot: 'officer',
  channels: ['task'],
  release: 'automatic',
};

/**
 * The steps up to `highest` (rule 7: bodies outside the city's own are not pressed). The steps above it become one task for an
 * officer, with the moment and kind of the first of them.
 */
function upToHighest(steps: readonly StepPolicy[], highest: StepKind): StepPolicy[] {
  const isAbove = (step: StepPolicy) => severity(step.kind) > severity(highest);
  const within = steps.filter((step) => !isAbove(step));
  const [first] = steps.filter(isAbove).toSorted((a, b) => a.days - b.days);
  return first ? [...within, officersTask(first)] : within;
}

const officersTask = ({ kind, days, count, at }: StepPolicy): StepPolicy => ({
  kind,
  days,
  count,
  at,
  to: [OFFICERS_TASK],
});
