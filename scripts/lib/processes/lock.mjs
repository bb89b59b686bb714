import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { isRunning, self } from './identity.mjs';

/**
 * Takes a lock file for this process. A lock left by a process that has ended is taken over.
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: import('./identity.mjs').Identity }}
 */
export function takeLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = JSON.stringify(self());
  for (;;) {
    if (place(file, mine)) return { release: () => releaseLock(file, mine) };
    const found = read(file);
    if (found === undefined) continue;
    const holder = parse(found);
    if (isRunning(holder) && holder !== undefined) return { heldBy: holder };
    discard(file, found);
  }
}

/**
 * Does something while no other process does it under the same lock; waits for its turn.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ waitMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { waitMs = 600_000 } = {}) {
  const until = performance.now() + waitMs;
  for (;;) {
    const lock = takeLock(file);
    if ('release' in lock) return await work().finally(lock.release);
    if (performance.now() > until) {
      throw new Failure(
        `进程 ${lock.heldBy.pid} 一直占用 ${file}。Process ${lock.heldBy.pid} keeps it.`,
        {
          remedy: `等它结束，或结束它。Wait for it, or end it: kill ${lock.heldBy.pid}`,
        },
      );
    }
    await sleep(200);
  }
}

/** Appears with its content in one move, so nobody reads half a lock. @param {string} file @param {string} text */
function place(file, text) {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file @param {string} stale */
function discard(file, stale) {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch {
    return; // Another process was quicker.
  }
  // Between reading and moving, another process may have replaced the stale lock by its own.
  if (read(aside) !== stale) place(file, read(aside) ?? '');
  rmSync(aside, { force: true });
}

/** @param {string} file @param {string} mine */
function releaseLock(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} text @returns {import('./identity.mjs').Identity | undefined} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
