import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and collects what it said.
 * @param {string} file @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number | null, out: string, err: string }>}
 *   `code` is null when it could not be started, was ended by a signal or ran out of time
 */
export function run(file, args, { timeoutMs, ...options } = {}) {
  return new Promise((resolve) => {
    const limit =
      timeoutMs === undefined
        ? {}
        : { timeout: timeoutMs, killSignal: /** @type {const} */ ('SIGKILL') };
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, ...limit });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (err += text));
    child.once('error', (error) => resolve({ code: null, out, err: err + error.message }));
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** The last line that says anything. @param {string} text */
export const lastLine = (text) => text.trim().split('\n').at(-1)?.trim() ?? '';
