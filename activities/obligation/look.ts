/** What a workflow learns about its obligation: ids and host instants, never names, addresses or texts. */
import { replan } from '../../domain/ladder/look.ts';
import { type Step, targetsOf } from '../../domain/ladder/step.ts';
import { isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import { isHalted, isOver, type Round } from '../../domain/round/round.ts';
import { type PlanOffset, toHost } from '../../domain/time/plan-time.ts';
import { DAY, type Instant, MINUTE, plus, SECOND } from '../../domain/time/time.ts';
import type { Db } from '../../store/db/pool.ts';
import type { Rules } from '../../store/read/plans.ts';
import { cancelWaiting } from '../../store/write/deliveries.ts';
import {
  type RecordedLook,
  recordLook,
  stillWaiting,
  type WaitingDelivery,
} from '../../store/write/looks.ts';
import { writeSteps } from '../../store/write/steps.ts';

export type Target = {
  readonly cycle: number;
  readonly step: string;
  readonly slot: Slot;
  readonly channel: Channel;
};

export type Look = {
  /** The round is signed off or cancelled. Only then the workflow ends, not when its ladder is finished. */
  readonly over: boolean;
  readonly rev: number;
  /** Looks are numbered; the higher number saw more. */
  readonly look: number;
  /** Host time (epoch ms): the next moment, or two months on when there is none. */
  readonly wakeAt: number;
  /** What is to be delivered at that moment. */
  readonly targets: readonly Target[];
};

/**
 * How long a workflow with nothing planned sleeps. A lost signal is found by its round within a day
 * (start-workflows.ts). Not a round number, so that these looks do not coincide with planned steps or with people's
 * working hours.
 */
const IDLE = 60 * DAY - 47 * MINUTE - 13 * SECOND;

export type LookOptions = {
  readonly offset: PlanOffset;
  /** Also count what is being sent as waiting. Only when no activity of this obligation is running. */
  readonly fresh: boolean;
  /** The workflow has not been told yet: do not record the revision as seen. */
  readonly ahead?: true;
};

type Present = { readonly round: Round; readonly rules: Rules; readonly now: Instant };

/** Re-plans the obligation and returns what comes next. The caller has the locks of round and obligation. */
export async function lookAt(
  tx: Db,
  at: Present & { readonly obligation: string },
  options: LookOptions,
): Promise<Look> {
  const { obligation: id, now: asOf } = at;
  const seen = await recordLook(tx, id, options.ahead === true);
  const steps = stepsNow(seen, at);
  await writeSteps(tx, steps.changed, asOf);
  const mayDrop = reasonToDrop(seen.of);
  if (mayDrop === null) return lookFrom(seen, steps, at, options);
  await cancelWaiting(tx, id, mayDrop, asOf);
  const waiting = await stillWaiting(tx, id);
  return lookFrom({ ...seen, waiting }, steps, at, options);
}

/** The same without writing. @returns null when there is something to write */
export function lookOnly(seen: RecordedLook, at: Present, options: LookOptions): Look | null {
  const steps = stepsNow(seen, at);
  const isAsWritten = steps.changed.length === 0 && reasonToDrop(seen.of) === null;
  return isAsWritten ? lookFrom(seen, steps, at, options) : null;
}

const stepsNow = ({ of, steps }: RecordedLook, { round, rules, now }: Present) =>
  replan({
    obligation: of,
    phase: round.phase,
    steps,
    policy: rules.plan.policy,
    calendar: rules.calendar,
    zone: rules.zone,
    asOf: now,
  });

function lookFrom(
  { of, look, waiting }: RecordedLook,
  { steps }: { readonly steps: readonly Step[] },
  { round, now }: Present,
  { offset, fresh }: LookOptions,
): Look {
  const over = isOver(round);
  const moments = over || isHalted(round) ? [] : momentsOf(steps, waiting, fresh);
  const next = moments.length === 0 ? null : Math.min(...moments.map(({ at }) => at));
  const wake = next ?? plus(now, IDLE);
  return {
    over,
    rev: of.rev,
    look,
    wakeAt: toHost(wake as Instant, offset),
    targets: moments.filter(({ at }) => at === next).flatMap(({ targets }) => targets),
  };
}

/** Why waiting deliveries are to be cancelled: the report has come, or the date was moved. */
function reasonToDrop(o: Obligation): { readonly reason: string; beforeCycle?: number } | null {
  if (!isOutstanding(o.state)) return { reason: '已报或免报，取消' };
  return o.cycle === 1 ? null : { reason: '期限已改，取消', beforeCycle: o.cycle };
}

type Moment = { readonly at: Instant; readonly targets: readonly Target[] };

function momentsOf(
  steps: readonly Step[],
  waiting: readonly WaitingDelivery[],
  fresh: boolean,
): Moment[] {
  const planned = steps.filter((step) => step.state === 'planned');
  const unsent = waiting.filter((delivery) => fresh || delivery.state === 'planned');
  return [
    ...planned.map((step) => ({ at: step.at, targets: targetsOfStep(step) })),
    ...unsent.map((delivery) => ({ at: delivery.at, targets: [targetOf(delivery)] })),
  ];
}

const targetsOfStep = (step: Step): Target[] =>
  targetsOf(step.addressing).map(({ slot, channel }) => ({
    cycle: step.cycle,
    step: step.key,
    slot,
    channel,
  }));

const targetOf = ({ cycle, step, slot, channel }: WaitingDelivery): Target => ({
  cycle,
  step,
  slot,
  channel,
});
