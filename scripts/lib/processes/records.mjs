import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writeWhole } from '../files.mjs';
import { identify, isRunning } from './identity.mjs';

/**
 * @typedef {import('./identity.mjs').Identity & { name: string }} ProcessRecord
 */

/**
 * Keeps on disk which processes were started, so that the next start finds those that a kill -9 of
 * their parent has left behind.
 * @param {string} file
 */
export function createProcessRecords(file) {
  /** @type {Map<string, ProcessRecord>} */
  const records = new Map();
  const save = () => writeWhole(file, `${JSON.stringify([...records.values()], undefined, 2)}\n`);
  return {
    /** @param {string} name @param {number | undefined} pid */
    add(name, pid) {
      const identity = pid === undefined ? undefined : identify(pid);
      if (identity === undefined) return;
      records.set(name, { name, ...identity });
      save();
    },
    /** @param {string} name */
    remove(name) {
      if (records.delete(name)) save();
    },
  };
}

/**
 * Ends the recorded processes that still run.
 * @param {string} file
 * @returns {Promise<string[]>} their names
 */
export async function endLeftovers(file) {
  /** @type {ProcessRecord[]} */
  const records = readJson(file) ?? [];
  const left = records.filter((record) => isRunning(record));
  await Promise.all(left.map((record) => endProcess(record, 5_000)));
  return left.map(({ name }) => name);
}

/**
 * Asks a process to end, and after the grace time ends it and whatever it started.
 * @param {import('./identity.mjs').Identity} identity @param {number} graceMs
 */
export async function endProcess(identity, graceMs) {
  signal(identity.pid, 'SIGTERM');
  if (await hasEnded(identity, graceMs)) return;
  // Children are started as leaders of a group of their own.
  signal(-identity.pid, 'SIGKILL');
  signal(identity.pid, 'SIGKILL');
  await hasEnded(identity, 5_000);
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already, or leads no group.
  }
}

/** @param {import('./identity.mjs').Identity} identity @param {number} limitMs */
async function hasEnded(identity, limitMs) {
  const until = performance.now() + limitMs;
  while (isRunning(identity)) {
    if (performance.now() > until) return false;
    await sleep(50);
  }
  return true;
}
