import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Polls until it is so. @param everyMs poll rarely where polling is work for what is being measured @throws Error
 * naming the condition that was not met within `withinMs`
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
