/** A real process that can be killed at any moment and is started again; its output goes to a log file. */
import { setTimeout as sleep } from 'node:timers/promises';
import { endChild, launch } from '../../scripts/lib/processes/logged-child.mjs';
import type { createProcessRecords } from '../../scripts/lib/processes/records.mjs';
import type { ServiceSpec } from '../../scripts/lib/processes/service.mjs';

/** Can be killed by SIGKILL and started again after a while. */
export type Victim = {
  /** Resolves when the process works. */
  ready(): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

const LOOK_EVERY_MS = 200;
const PAUSE_MS = 1_000;

/**
 * Starts a process. If it ends by itself, because something it needs is down, it is started again, as `npm start` does.
 */
export function startChild(
  spec: ServiceSpec,
  records: ReturnType<typeof createProcessRecords>,
  signal: AbortSignal,
): Victim {
  let wanted = true;
  let child = launch(spec, records);
  const keepUp = async (): Promise<void> => {
    const mine = child;
    await mine.ended;
    await sleep(PAUSE_MS);
    if (!wanted || signal.aborted || child !== mine) return;
    child = launch(spec, records);
    void keepUp();
  };
  void keepUp();

  return {
    async ready() {
      while (!(await spec.ready({ log: spec.log, from: child.logFrom }))) {
        await sleep(LOOK_EVERY_MS, undefined, { signal });
      }
    },
    async kill() {
      wanted = false;
      if (child.pid !== undefined && child.hasEnded() === undefined) {
        process.kill(child.pid, 'SIGKILL');
      }
      await child.ended;
    },
    async start() {
      wanted = true;
      child = launch(spec, records);
      void keepUp();
    },
    async stop() {
      wanted = false;
      await endChild(child, spec.graceMs ?? 5_000);
      records.remove(spec.name);
    },
  };
}
