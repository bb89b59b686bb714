/** How activities are called: on which queue, for how long, how often again. Types only come from activities/. */
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/index.ts';
import type { Target } from '../activities/look.ts';
import type { Channel } from '../domain/plan/policy.ts';
import { queues } from './messages.ts';

const untilItWorks = {
  initialInterval: '1s',
  backoffCoefficient: 2,
  maximumInterval: '1m',
} as const;

/**
 * Database work: repeated until it works, because nothing goes on without it. The time-out is short because it is also
 * how long the work of a worker that was killed waits; two attempts at once do no harm, they take the same locks.
 */
export const database = () =>
  proxyActivities<Activities>({ startToCloseTimeout: '20s', retry: untilItWorks });

/** Starting many workflows: in slices, with a heartbeat. */
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

/** What the bureau is told must not hold up the round, which has to compile when the last report comes. */
export const telling = () =>
  proxyActivities<Activities>({
    taskQueue: queueOf('email'),
    startToCloseTimeout: '1m',
    retry: { initialInterval: '10s', backoffCoefficient: 2, maximumAttempts: 4 },
  });

/** Questions to liaisons: a slice each, given up for the moment as above. */
export const asking = (messages: number) =>
  proxyActivities<Activities>({
    taskQueue: queueOf('email'),
    startToCloseTimeout: messages * 60_000,
    retry: { initialInterval: '10s', backoffCoefficient: 2, maximumAttempts: 4 },
  });

/**
 * A delivery is tried until its send window closes; then the activity itself moves or ends it. There is no limit on
 * attempts here, so that a channel that is down for a night is a late message and never a lost one.
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

/** The targets of one moment by the queue they go to, each group with the activity that delivers it. */
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
