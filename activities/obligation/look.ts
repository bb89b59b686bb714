/** What a workflow gets to know about its obligation: ids and host instants only, never names, addresses or texts. */
import { replan } from '../../domain/ladder/look.ts';
import { type Step, targetsOf } from '../../domain/ladder/step.ts';
import { isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import { isHalted, type Round } from '../../domain/round/round.ts';
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
  /** The round is signed off or cancelled: the only way out. A finished ladder is not. */
  readonly over: boolean;
  readonly rev: number;
  /** Of two looks the one with the higher number saw more. */
  readonly look: number;
  /** Host time (epoch ms): the next moment, or two months on when there is none. */
  readonly wakeAt: number;
  /** What is to be delivered at that moment. */
  readonly targets: readonly Target[];
};

/**
 * So long a workflow with nothing planned waits without looking again; what it is not told, its round finds out within a
 * day (start-workflows.ts). Not a round number: such looks shall not fall together with what is planned, or done by
 * people, at the same time of day.
 */
const IDLE = 60 * DAY - 47 * MINUTE - 13 * SECOND;

export type LookOptions = {
  readonly offset: PlanOffset;
  /** Also what was being sent: only when no activity of this obligation is under way. */
  readonly fresh: boolean;
  /** Made for the workflow, which has yet to be told: the record does not count it as seen. */
  readonly ahead?: true;
};

type Present = { readonly round: Round; readonly rules: Rules; readonly now: Instant };

/** Re-plans the obligation and says what comes next. The caller holds the round and the obligation's lock. */
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

/** The same without a write. @returns null where there is something to write */
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
  const over = round.phase === 'signed-off' || round.phase === 'cancelled';
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

/** Of what waited for a report that has come, or by a date that has been moved; whether there is any, the record knows. */
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
