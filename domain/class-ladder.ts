/** How high the ladder reaches for a class of units (rule 7): nobody outside the city's own bodies is pressed. */
import type { Addressing, StepKind, StepPolicy } from './plan/policy.ts';

/** From mild to severe. */
const SEVERITY: readonly StepKind[] = ['notice', 'reminder', 'due', 'chase', 'press', 'supervise'];

export const severity = (kind: StepKind): number => SEVERITY.indexOf(kind);

export const OFFICERS_TASK: Addressing = {
  slot: 'officer',
  channels: ['task'],
  release: 'automatic',
};

/**
 * The steps up to `highest`. All that lies above becomes one task for an officer, at the moment and under the kind of
 * the first of them, so that the person decides and nothing repeats.
 */
export function upToHighest(steps: readonly StepPolicy[], highest: StepKind): StepPolicy[] {
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
