/** A sweep: work that waits in a table is done at a notification, and regularly in case one was lost. */
import { listenTo } from '../store/db/pool.ts';

export type Sweep = { stop(): Promise<void> };

/**
 * Runs until stopped, woken by notifications on the channel if there is one. Work that fails is tried again at the next
 * sweep.
 * @param work one turn; returns how much it did, and is called again at once unless that is 0
 */
export function startSweep(
  on: { readonly databaseUrl: string; readonly channel: string | null; readonly everyMs: number },
  work: () => Promise<number>,
  onTrouble: (error: unknown) => void,
): Sweep {
  let stopped = false;
  let wake = () => {};
  const listener = on.channel === null ? null : listenTo(on.databaseUrl, on.channel, () => wake());
  const loop = (async () => {
    while (!stopped) {
      const done = await work().catch((error: unknown) => {
        onTrouble(error);
        return 0;
      });
      if (done > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, on.everyMs).unref();
      });
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await Promise.all([loop, listener?.stop()]);
    },
  };
}
