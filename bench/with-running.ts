import type { Worker } from '@temporalio/worker';

/** Runs the workers while the work is done, and ends them. */
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
