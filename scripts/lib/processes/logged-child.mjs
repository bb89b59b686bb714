import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../paths.mjs';
import { identify } from './identity.mjs';
import { endProcess } from './records.mjs';

const LONGEST_LOG_BYTES = 5_000_000;

/**
 * @typedef {{
 *   pid: number | undefined, logFrom: number, hasEnded: () => string | undefined,
 *   ended: Promise<{ how: string, ranMs: number }>,
 * }} Child
 */

/**
 * Starts a program whose output goes to a log file.
 * @param {{ name: string, command: string[], env?: Record<string, string>, log: string }} program
 * @param {ReturnType<typeof import('./records.mjs').createProcessRecords>} records
 * @returns {Child}
 */
export function launch({ name, command: [file = '', ...args], env, log }, records) {
  const { descriptor, from } = openLog(log);
  const began = performance.now();
  // A group of its own: Ctrl-C in the terminal reaches only this process, which then stops its
  // services in order.
  const child = spawn(file, args, {
    detached: true,
    cwd: inRoot(),
    env: { ...process.env, ...env },
    stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  records.add(name, child.pid);
  /** @type {string | undefined} */
  let how;
  const ended = new Promise(
    (/** @type {(end: { how: string, ranMs: number }) => void} */ resolve) => {
      const settle = (/** @type {string} */ text) => {
        how = text;
        resolve({ how, ranMs: performance.now() - began });
      };
      child.once('error', (error) => settle(error.message));
      child.once('exit', (code, signal) => settle(signal ?? `exit ${code}`));
    },
  );
  return { pid: child.pid, logFrom: from, hasEnded: () => how, ended };
}

/** @param {string} log */
function openLog(log) {
  mkdirSync(path.dirname(log), { recursive: true });
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LONGEST_LOG_BYTES) renameSync(log, `${log}.1`);
  const descriptor = openSync(log, 'a', 0o600);
  writeSync(descriptor, `--- ${new Date().toISOString()}\n`);
  return { descriptor, from: size > LONGEST_LOG_BYTES ? 0 : size };
}

/** Ends it, if it still runs. @param {Child} child @param {number} graceMs */
export async function endChild({ pid, hasEnded }, graceMs) {
  const identity = pid === undefined || hasEnded() !== undefined ? undefined : identify(pid);
  if (identity !== undefined) await endProcess(identity, graceMs);
}
