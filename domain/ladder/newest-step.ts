/**
 * After an outage or a late start, steps do not pile up (docs/rules.md, rule 15): the notice always goes out, then only the
 * newest past step; older ones are skipped with a reason. The same holds for a step whose send window closed while it was
 * retried (rule 4).
 */
import { severity } from '../plan/message-kinds.ts';
import { type SendTime, type SendWindow, sendTime } from '../time/send-window.ts';
import type { Instant } from '../time/time.ts';
import type { PlannedStep } from './place-steps.ts';
import type { StepState } from './step.ts';

export const SKIPPED = {
  backlog: '积压：只发最近一个节点',
  nextFirst: '下一节点先到',
  duePassed: '期限已过，提醒不再适用',
} as const;

type Step = Pick<PlannedStep, 'key' | 'kind' | 'at' | 'notAfter'> & { readonly state: StepState };

/** `keep`: stays as planned. `move`: goes out at the new moment, which may be now. */
export type Judgement =
  | { readonly key: string; readonly verdict: 'keep' }
  | ({ readonly key: string; readonly verdict: 'move' } & SendTime)
  | { readonly key: string; readonly verdict: 'skip'; readonly reason: string };

/**
 * One judgement for each `planned` step, ordered by moment, the notice before the newest past step.
 * @param steps all steps of the present cycle in any state: a performed step makes older ones backlog
 * @param dueAt the last instant that is on time; reminders are pointless after it
 */
export function judgeSteps(
  steps: readonly Step[],
  asOf: Instant,
  dueAt: Instant,
  window: SendWindow,
): Judgement[] {
  const ordered = steps.toSorted((a, b) => a.at - b.at || severity(a.kind) - severity(b.kind));
  const planned = ordered.filter((step) => step.state === 'planned');
  const newest = ordered.findLast((step) => isPast(step, asOf) && step.kind !== 'notice');
  const nextAt = planned.find((step) => step.at > asOf)?.at ?? null;
  const noticeIsLate = planned.some((step) => step.kind === 'notice' && asOf > step.notAfter);

  const judge = (step: Step): Judgement => {
    if (step.kind !== 'notice' && step !== newest) return skip(step, SKIPPED.backlog);
    // Moves with a late notice even while its own window is open, so that the notice comes first.
    const isLate = noticeIsLate || asOf > step.notAfter;
    const judged = isLate ? move(step, asOf, window) : keep(step);
    return objection(step, judged, { asOf, dueAt, nextAt }) ?? judged;
  };
  return planned.map((step) => (isPast(step, asOf) ? judge(step) : keep(step)));
}

// A cancelled or skipped step reached nobody, so it does not make older ones backlog.
const isPast = ({ at, state }: Step, asOf: Instant): boolean =>
  at <= asOf && (state === 'planned' || state === 'performed');

type Moments = {
  readonly asOf: Instant;
  readonly dueAt: Instant;
  readonly nextAt: Instant | null;
};

function objection(step: Step, judged: Judgement, moments: Moments): Judgement | null {
  if (step.kind === 'notice') return null;
  const goesAt = judged.verdict === 'move' ? judged.at : moments.asOf;
  const looksAhead = step.kind === 'reminder' || step.kind === 'due';
  if (moments.nextAt !== null && moments.nextAt <= goesAt) return skip(step, SKIPPED.nextFirst);
  return looksAhead && goesAt > moments.dueAt ? skip(step, SKIPPED.duePassed) : null;
}

const keep = ({ key }: Step): Judgement => ({ key, verdict: 'keep' });

const move = ({ key }: Step, asOf: Instant, window: SendWindow): Judgement => ({
  key,
  verdict: 'move',
  ...sendTime(window, asOf),
});

const skip = ({ key }: Step, reason: string): Judgement => ({ key, verdict: 'skip', reason });
