import { once } from 'node:events';
import { say } from '../terminal.mjs';

const LOOK_EVERY_MS = 500;
const ALIVE_MS = 60_000;

/**
 * Turns Ctrl-C, SIGTERM, a closed terminal and the end of the npm above into an abort signal.
 * Pressing again changes nothing: everything that is stopped has a time limit of its own.
 * @returns {{ signal: AbortSignal, told: () => Promise<void> }} `told` waits for it
 */
export function onStopSignal() {
  const controller = new AbortController();
  const stop = () => {
    if (!controller.signal.aborted) say('\n正在停止 Stopping …');
    controller.abort();
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, stop);
  watchParent(stop);
  // A closed terminal must not end the stopping half-way.
  process.stdout.on('error', () => {});
  return { signal: controller.signal, told: () => untilAborted(controller.signal) };
}

/**
 * npm hands SIGTERM to the shell between it and this process, and the shell ends without a word:
 * that this process has a new parent is then all there is to see.
 * @param {() => void} stop
 */
function watchParent(stop) {
  const { npm_lifecycle_event: underNpm } = process.env;
  if (underNpm === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, LOOK_EVERY_MS);
  look.unref();
}

/** @param {AbortSignal} signal */
async function untilAborted(signal) {
  if (signal.aborted) return;
  // Waiting for an event keeps no process alive; a timer does.
  const alive = setInterval(() => {}, ALIVE_MS);
  await once(signal, 'abort');
  clearInterval(alive);
}
