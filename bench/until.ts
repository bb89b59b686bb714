import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until it is so.
 * @param everyMs asks so often: rarely, where asking is work for what is being measured
 * @throws Error naming what did not come to be within `withinMs`
 */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs: number,
  everyMs = 10,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await sleep(everyMs);
  }
}
