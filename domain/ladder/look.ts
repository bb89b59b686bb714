/**
 * One look at an obligation: which of its steps stay, move, are skipped or cancelled now. Pure. Rules 4, 9, 12, 14 and 15 of
 * docs/rules.md.
 */
import { isOutstanding, type Obligation } from '../obligation/obligation.ts';
import type { StepKind } from '../plan/message-kinds.ts';
import type { Policy } from '../plan/policy.ts';
import { isOver, type RoundPhase } from '../round/round.ts';
import { type SendWindow, sendTime, windowOf } from '../time/send-window.ts';
import type { Day, Instant, Zone } from '../time/time.ts';
import { addDays, type WorkCalendar, workdayOnOrAfter } from '../time/workdays.ts';
import { isByHand, isLasting, isReply } from './called-steps.ts';
import { type Cycle, planLadder } from './ladder.ts';
import { judgeSteps } from './newest-step.ts';
import type { PlannedStep } from './place-steps.ts';
import type { Step } from './step.ts';

type LookInput = {
  readonly obligation: Obligation;
  readonly phase: RoundPhase;
  readonly steps: readonly Step[];
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly asOf: Instant;
};

/** All steps of the obligation after this look; `changed` are those to write. */
export function replan(input: LookInput): { readonly steps: Step[]; readonly changed: Step[] } {
  const before = new Map(input.steps.map((step) => [idOf(step), step]));
  const steps = [...earlierCycles(input), ...ladderNow(input), ...calledNow(input)];
  const changed = steps.filter((step) => differs(before.get(idOf(step)), step));
  return { steps, changed };
}

const idOf = (step: Pick<Step, 'cycle' | 'key'>): string => `${step.cycle}#${step.key}`;

const differs = (before: Step | undefined, after: Step): boolean =>
  before === undefined ||
  before.state !== after.state ||
  before.at !== after.at ||
  before.notAfter !== after.notAfter ||
  before.firstAt !== after.firstAt;

const isCalled = (step: Pick<Step, 'kind' | 'key'>): boolean =>
  isReply(step.kind) || isByHand(step.key);

/** Steps of cycles that an extension or a return has ended. */
function earlierCycles({ obligation, steps }: LookInput): Step[] {
  const reason =
    obligation.cycleKind === 'returned' ? '已退回，按新期限另行提醒' : '期限已改，按新期限另行提醒';
  return steps
    .filter((step) => step.cycle < obligation.cycle && !isCalled(step))
    .map((step) => (step.state === 'planned' ? cancelled(step, reason) : step));
}

/** The ladder of the present cycle, merged with the recorded steps and judged by the present moment. */
function ladderNow(input: LookInput): Step[] {
  const { obligation, asOf, zone } = input;
  if (obligation.own) return [];
  const merged = mergeLadder(input);
  const why = endReason(input);
  if (why !== null) return merged.map((s) => (s.state === 'planned' ? cancelled(s, why) : s));
  const window = windowOf(input.policy, input);
  const waiting = postponedByPromise(merged, obligation.promisedOn, window);
  const judgements = judgeSteps(waiting.map(asPlanned), asOf, obligation.due.at, {
    ...window,
    zone,
  });
  const verdicts = new Map(judgements.map((judgement) => [judgement.key, judgement]));
  return waiting.map((step) => {
    const verdict = verdicts.get(step.key);
    if (verdict?.verdict === 'skip') return { ...step, state: 'skipped', reason: verdict.reason };
    if (verdict?.verdict !== 'move') return step;
    return { ...step, at: verdict.at, notAfter: verdict.notAfter, reason: '发送时段已过，顺延' };
  });
}

function endReason({ obligation, phase }: LookInput): string | null {
  if (phase === 'signed-off') return '批次已上报';
  if (phase === 'cancelled') return '批次已撤销';
  if (isOutstanding(obligation.state)) return null;
  return obligation.state === 'waived' ? '已免报，取消' : '已报，取消';
}

function mergeLadder(input: LookInput): Step[] {
  const { obligation, steps, asOf } = input;
  const known = steps.filter((step) => step.cycle === obligation.cycle && !isCalled(step));
  const repeated = known.filter(
    (s) => s.kind === 'supervise' && s.state !== 'planned' && s.state !== 'cancelled',
  );
  const ladder = ladderIntoFuture(input, repeated.length);
  const keys = new Set(ladder.map((step) => step.key));
  const gone = known.filter((step) => !keys.has(step.key));
  return [
    ...gone.map((step) => (step.state === 'planned' ? cancelled(step, '计划已调整') : step)),
    ...ladder.map((planned) =>
      merge(
        planned,
        known.find((step) => step.key === planned.key),
        obligation,
        asOf,
      ),
    ),
  ];
}

/**
 * With three repetitions after the present moment, also when a late start finds many of them in the past: one look is then
 * enough.
 */
function ladderIntoFuture(input: LookInput, performedRepeats: number): PlannedStep[] {
  const { obligation, asOf } = input;
  for (let ahead = AHEAD; ; ahead *= 2) {
    const ladder = planLadder({
      policy: input.policy,
      calendar: input.calendar,
      zone: input.zone,
      due: obligation.due,
      unitClass: obligation.unitClass,
      cycle: cycleOf(obligation),
      performedRepeats,
      ahead,
    });
    const repeats = ladder.filter((step) => step.kind === 'supervise');
    const newest = repeats.at(-1);
    if (newest === undefined || newest.at > asOf || repeats.length < ahead) {
      const beyond = new Set(repeats.filter((step) => step.at > asOf).slice(AHEAD));
      return ladder.filter((step) => !beyond.has(step));
    }
  }
}

/** Repetitions planned beyond the present moment. */
const AHEAD = 3;

/** Planned moments follow the newest plan; a step that was moved keeps its new moment unless the plan itself has changed. */
function merge(planned: PlannedStep, known: Step | undefined, o: Obligation, asOf: Instant): Step {
  const fresh: Step = {
    obligation: o.id,
    cycle: o.cycle,
    key: planned.key,
    kind: planned.kind,
    state: 'planned',
    at: planned.at,
    notAfter: planned.notAfter,
    firstAt: planned.at,
    addressing: planned.to,
    reason: null,
  };
  if (known === undefined) return fresh;
  if (known.state === 'cancelled') return planned.at > asOf ? fresh : known;
  if (known.state !== 'planned' || known.firstAt === planned.at) return known;
  return fresh;
}

const cycleOf = (o: Obligation): Cycle =>
  o.cycleKind === 'first' || o.cycleFrom === null
    ? { kind: 'first' }
    : { kind: o.cycleKind, from: o.cycleFrom };

function calledNow(input: LookInput): Step[] {
  return input.steps.filter(isCalled).map((step) => {
    if (step.state !== 'planned') return step;
    const why = endOfCalled(step, input);
    return why === null
      ? intoWindow(step, input.asOf, windowOf(input.policy, input))
      : cancelled(step, why);
  });
}

/**
 * Why a called step is not needed any more; null while it is. Lasting answers always go out. Steps by hand and a refused
 * extension go out while the report is owed in their cycle.
 */
function endOfCalled({ kind, key, cycle }: Step, input: LookInput): string | null {
  const why = endReason(input);
  if (isOver(input)) return why;
  if (kind === 'receipt' || (isLasting(kind) && !isByHand(key))) return null;
  return why ?? (cycle < input.obligation.cycle ? '期限已改' : null);
}

function intoWindow(step: Step, asOf: Instant, window: SendWindow): Step {
  const from = asOf > step.notAfter && asOf > step.at ? asOf : step.at;
  return { ...step, ...sendTime(window, from) };
}

const cancelled = (step: Step, reason: string): Step => ({ ...step, state: 'cancelled', reason });

const asPlanned = (step: Step) => ({ ...step, kind: step.kind as StepKind });

/**
 * A date promised on the telephone postpones steps (rule 9). Of the steps after the due date that fall on or before the
 * promised day, the last moves to the same time of the next working day, the first on which the promise is broken. Those
 * before it are skipped, and so is that one when the next step comes no later.
 */
export function postponedByPromise(
  steps: readonly Step[],
  promisedOn: Day | null,
  window: SendWindow,
): Step[] {
  if (promisedOn === null) return [...steps];
  const { zone, calendar } = window;
  const postponed = steps.filter(
    (step) => step.state === 'planned' && isChasing(step) && zone.dayOf(step.at) <= promisedOn,
  );
  const last = postponed.at(-1);
  const day = workdayOnOrAfter(calendar, addDays(promisedOn, 1));
  const following = steps.find(
    (step) => step.state === 'planned' && !postponed.includes(step) && isChasing(step),
  );
  return steps.map((step) => {
    if (!postponed.includes(step)) return step;
    const moved = sendTime(window, zone.at(day, zone.timeOf(step.at)));
    if (step !== last || (following && following.at <= moved.at)) {
      return { ...step, state: 'skipped', reason: `已承诺${promisedOn}前报送` };
    }
    return { ...step, ...moved, reason: `已承诺${promisedOn}前报送，顺延` };
  });
}

const isChasing = ({ kind }: Step): boolean =>
  kind === 'chase' || kind === 'press' || kind === 'supervise';
