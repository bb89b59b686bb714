/** How activities are called: queue, time-outs, retries. Imports only types from activities/. */
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { Target } from '../activities/obligation/look.ts';
import type { Channel } from '../domain/plan/policy.ts';
import { queues } from './messages.ts';

const untilItWorks = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '1m',
} as const;

/**
 * Database work: retried until it works, because nothing goes on without it. The time-out is short: the work of a
 * killed worker waits that long. Two attempts at once do no harm, since both take the same locks.
 */
export const database = () =>
  proxyActivities<Activities>({ startToCloseTimeout: '20s', retry: untilItWorks });

/** Starts many workflows in slices, with a heartbeat. */
export const starting = () =>
  proxyActivities<Activities>({
    startToCloseTimeout: '10m',
    heartbeatTimeout: '1m',
    retry: untilItWorks,
  });

export const compiling = () =>
  proxyActivities<Activities>({
    taskQueue: queues(workflowInfo().taskQueue).compile,
    startToCloseTimeout: '10m',
    retry: untilItWorks,
  });

/** Messages to the bureau. They must not hold up the round, which has to compile when the last report comes. */
export const telling = () =>
  proxyActivities<Activities>({
    taskQueue: queueOf('email'),
    startToCloseTimeout: '1m',
    retry: { initialInterval: '10s', backoffCoefficient: 2, maximumAttempts: 4 },
  });

/** Questions to liaisons, a slice at a time; given up after four attempts, like messages to the bureau. */
export const asking = (messages: number) =>
  proxyActivities<Activities>({
    taskQueue: queueOf('email'),
    startToCloseTimeout: messages * 60_000,
    retry: { initialInterval: '10s', backoffCoefficient: 2, maximumAttempts: 4 },
  });

/**
 * A delivery is tried until its send window closes; then the activity moves or ends it. Attempts have no limit here, so
 * a channel that is down for a night makes messages late, never lost.
 */
const onQueueOf = (channel: Channel, messages: number) =>
  proxyActivities<Activities>({
    taskQueue: queueOf(channel),
    startToCloseTimeout: messages * 60_000,
    retry: { initialInterval: '10s', backoffCoefficient: 2, maximumInterval: '10m' },
  });

const queueOf = (channel: Channel): string => {
  const { base, email, sms } = queues(workflowInfo().taskQueue);
  return { email, sms, letter: email, slip: email, robot: email, task: base }[channel];
};

/** Groups the targets of one moment by queue, each group with the activity that delivers it. */
export function delivering(targets: readonly Target[]) {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const queue = queueOf(target.channel);
    groups.set(queue, [...(groups.get(queue) ?? []), target]);
  }
  return [...groups.values()].map((some) => ({
    some,
    deliver: onQueueOf(some[0]?.channel ?? 'email', some.length).deliver,
  }));
}
