/** One run of a burst, ours or the engine's plain one: its input and its result. */
import type { Worker, WorkflowBundleOption } from '@temporalio/worker';

export type BurstInput = {
  readonly units: number;
  /** Of the Temporal server. */
  readonly address: string;
  readonly adminUrl: string;
  readonly workflowBundle: WorkflowBundleOption;
};

export type BurstRun = {
  /** From the order to start until every workflow has had its first look and waits. */
  readonly openingMs: number;
  /** From the instant at which all timers fire until the last message is settled. */
  readonly burstMs: number;
  /**
   * Activities that the server gave out a second time. Nothing fails here, so the overloaded server lost the first task
   * and noticed a minute later; such a run measures that minute.
   */
  readonly lost: number;
};

/** E-mail and SMS to the liaison. */
export const MESSAGES_PER_UNIT = 2;

/** From the opening to the burst: more than an opening takes, also on a slow machine. */
export const leadMs = (units: number): number => 8_000 + 160 * units;

/** A burst that takes longer has failed; a lost task alone takes a minute. */
export const patienceMs = (units: number): number => 150_000 + 500 * units;

export const tooBusy = (): Error =>
  new Error(
    'the machine is too busy: tasks were lost, or the round was still being opened when its reminder fell due',
  );

/** Runs the workers while the work is done, then stops them. */
export async function withRunning<T>(
  workers: readonly Worker[],
  work: () => Promise<T>,
): Promise<T> {
  const ends = workers.map((worker) => worker.run());
  try {
    return await work();
  } finally {
    for (const worker of workers) worker.shutdown();
    await Promise.all(ends);
  }
}
