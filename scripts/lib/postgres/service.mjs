import { setTimeout as sleep } from 'node:timers/promises';
import { sentence } from '../failure.mjs';
import { isRunning } from '../processes/identity.mjs';
import { say } from '../terminal.mjs';
import { ensureServer, stopServer } from './server.mjs';

const LOOK_EVERY_MS = 500;
const PAUSE_AFTER_FAILURE_MS = 5_000;

/**
 * Keeps a Postgres server up: it is no child of this process (pg_ctl sets it loose), so it is
 * looked after by its pid.
 * @param {import('./server.mjs').Cluster} cluster
 * @returns {Promise<import('./server.mjs').Server & import('../processes/service.mjs').Service>}
 */
export async function startPostgresService(cluster) {
  const server = await ensureServer(cluster);
  const ending = new AbortController();
  const watching = watch({ ...cluster, port: server.port }, server.process, ending.signal);
  return {
    ...server,
    name: 'postgres',
    stop: async () => {
      ending.abort();
      await watching;
      await stopServer(cluster);
    },
  };
}

/**
 * @param {import('./server.mjs').Cluster} cluster
 * @param {import('../processes/identity.mjs').Identity} running
 * @param {AbortSignal} signal
 */
async function watch(cluster, running, signal) {
  let current = running;
  while (await pause(LOOK_EVERY_MS, signal)) {
    if (isRunning(current)) continue;
    say('! postgres 意外退出，正在重启 ended unexpectedly, starts again');
    current = (await restart(cluster, signal)) ?? current;
  }
}

/** @param {import('./server.mjs').Cluster} cluster @param {AbortSignal} signal */
async function restart(cluster, signal) {
  try {
    return (await ensureServer(cluster)).process;
  } catch (error) {
    say(`! postgres: ${sentence(error)}`);
    await pause(PAUSE_AFTER_FAILURE_MS, signal);
    return undefined;
  }
}

/** @param {number} ms @param {AbortSignal} signal @returns {Promise<boolean>} false once aborted */
async function pause(ms, signal) {
  await sleep(ms, undefined, { signal }).catch(() => {});
  return !signal.aborted;
}
