/** The product's waits and activities with nothing in them. Bundled by itself. */
import { proxyActivities, sleep } from '@temporalio/workflow';

export type PlainActivities = { look(): Promise<void>; send(): Promise<void> };

export type PlainInput = {
  /** Host time, epoch ms. */
  readonly until: number;
  /** One activity on each. */
  readonly taskQueues: readonly string[];
};

export async function plain({ until, taskQueues }: PlainInput): Promise<void> {
  await on().look();
  await sleep(Math.max(1, until - Date.now()));
  await Promise.all(taskQueues.map((taskQueue) => on({ taskQueue }).send()));
}

const on = (where: { readonly taskQueue?: string } = {}) =>
  proxyActivities<PlainActivities>({ ...where, startToCloseTimeout: '1m' });
