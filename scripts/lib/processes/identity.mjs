import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * A process by its id and the moment it started: ids are given again, also to strangers.
 * @typedef {{ pid: number, started: string }} Identity
 */

/**
 * Who runs under this id now; undefined when nobody does.
 * @param {number} pid
 * @returns {Identity | undefined}
 */
export function identify(pid) {
  if (!answersSignals(pid)) return undefined;
  const started = startOf(pid);
  return started === undefined ? undefined : { pid, started };
}

/** This process. */
export const self = () => identify(process.pid) ?? { pid: process.pid, started: 'unknown' };

/** Whether exactly this process still runs. @param {Identity | undefined} identity */
export const isRunning = (identity) =>
  identity !== undefined && identify(identity.pid)?.started === identity.started;

/** @param {number} pid */
function answersSignals(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {number} pid */
function startOf(pid) {
  if (existsSync('/proc/self/stat')) return startFromProc(pid);
  if (process.platform === 'win32') return 'unknown';
  return startFromPs(pid);
}

/** @param {number} pid */
function startFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; what follows it is the state and, 19 fields on,
    // the start in ticks since boot (proc_pid_stat(5), fields 3 and 22).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; it only waits for a parent that may never ask (PID 1 of a container).
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function startFromPs(pid) {
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const [, state, start] = /^\s*(\S+)\s+(.+?)\s*$/.exec(ps.stdout ?? '') ?? [];
  return state === undefined || state.startsWith('Z') ? undefined : start;
}
