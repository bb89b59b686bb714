/** The workers of one process: one for workflows and database work, one for each channel, one for documents. */
import {
  type NativeConnection,
  Worker,
  type WorkerOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import type { Deps } from '../activities/deps.ts';
import { createActivities } from '../activities/index.ts';
import { queues } from '../workflows/messages.ts';
import { workflowCode } from './workflow-bundle.ts';

export type WorkersInput = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly deps: Deps;
  /** Other workflows than the product's (benchmarks), or the product's own, bundled before. */
  readonly workflowBundle?: WorkflowBundleOption;
  readonly shutdownGraceMs?: number;
  /** 0: every task is replayed from the whole history, so nothing waits for a worker that was replaced. */
  readonly maxCachedWorkflows?: number;
};

export const createWorkers = (input: WorkersInput): Promise<Worker[]> =>
  workersOf(createActivities(input.deps), input);

/** The same workers with other activities; with empty ones they show what the engine alone can do. */
export async function workersOf(
  activities: object,
  input: Omit<WorkersInput, 'deps'>,
): Promise<Worker[]> {
  const { base, email, sms, compile } = queues(input.taskQueue);
  const shared: Omit<WorkerOptions, 'taskQueue'> = {
    connection: input.connection,
    namespace: input.namespace,
    activities,
    // The default 0 would cut an activity off between sending and settling at every restart.
    shutdownGraceTime: input.shutdownGraceMs ?? 30_000,
    shutdownForceTime: (input.shutdownGraceMs ?? 30_000) * 2,
  };
  const workflows = input.workflowBundle
    ? { workflowBundle: input.workflowBundle }
    : await workflowCode();
  return Promise.all([
    Worker.create({
      ...shared,
      ...workflows,
      ...(input.maxCachedWorkflows === undefined
        ? {}
        : { maxCachedWorkflows: input.maxCachedWorkflows }),
      taskQueue: base,
      maxConcurrentActivityTaskExecutions: 20,
      // Eager dispatch would bypass the limits of the queues.
      maxEagerActivityReservationsPerWorkflowTask: 0,
    } as WorkerOptions),
    Worker.create({ ...shared, taskQueue: email, maxConcurrentActivityTaskExecutions: 20 }),
    Worker.create({ ...shared, taskQueue: sms, maxConcurrentActivityTaskExecutions: 10 }),
    Worker.create({ ...shared, taskQueue: compile, maxConcurrentActivityTaskExecutions: 1 }),
  ]);
}

/** Runs until the process is told to stop, or one of the workers fails. */
export async function runAll(workers: readonly Worker[]): Promise<void> {
  try {
    await Promise.all(workers.map((worker) => worker.run()));
  } finally {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  }
}
