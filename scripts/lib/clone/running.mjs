import { rmSync } from 'node:fs';
import { Failure } from '../failure.mjs';
import { readJson, writeWhole } from '../files.mjs';
import { inData } from '../paths.mjs';
import { isRunning } from '../processes/identity.mjs';
import { takeLock } from '../processes/lock.mjs';

/**
 * What a running `npm start` tells the commands in other terminals.
 * @typedef {{
 *   process: import('../processes/identity.mjs').Identity,
 *   environment: Record<string, string>, addresses: Record<string, string>,
 * }} Running
 */

const file = () => inData('running.json');
const lockFile = () => inData('start.lock');

/** The `npm start` of this clone; undefined when none runs. @returns {Running | undefined} */
export function whatRuns() {
  const found = readJson(file());
  return isRunning(found?.process) ? found : undefined;
}

/** @param {Running} running */
export function announce(running) {
  // 0600: the environment holds the database password.
  writeWhole(file(), `${JSON.stringify(running, undefined, 2)}\n`, 0o600);
}

export const withdrawAnnouncement = () => rmSync(file(), { force: true });

/**
 * Makes this process the only one that runs this clone.
 * @param {string} refused what cannot be done meanwhile, in Chinese and English
 * @returns {() => void} gives the place free
 * @throws Failure naming the process and its addresses when another one is there
 */
export function claimClone(refused) {
  const lock = takeLock(lockFile());
  if ('release' in lock) return lock.release;
  const addresses = Object.entries(whatRuns()?.addresses ?? {});
  throw new Failure(
    `${refused}：进程 ${lock.heldBy.pid} 正在运行。Process ${lock.heldBy.pid} is running.`,
    {
      tried: addresses.map(([name, address]) => `${name}: ${address}`),
      remedy: `使用上面的地址，或先停止它。Use these addresses, or stop it first: Ctrl-C there, or kill ${lock.heldBy.pid}`,
    },
  );
}
