import { spawn } from 'node:child_process';
import { Failure } from '../failure.mjs';
import { inRoot } from '../paths.mjs';

/**
 * Runs one of the project's own programs to its end, with this terminal as its own.
 * @param {string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal, cwd?: string }} [options]
 *   `signal` ends it early
 * @returns {Promise<number>} its exit code; 128 and more when a signal ended it
 */
export function runTask([file = '', ...args], { env, signal, cwd = inRoot() } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: 'inherit',
      env: { ...process.env, ...env },
      cwd,
    });
    const end = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', end);
    child.once('error', reject);
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', end);
      resolve(code ?? 128);
    });
  });
}

/**
 * As `runTask`, for a program that must succeed.
 * @param {string} name @param {string[]} command @param {Parameters<typeof runTask>[1]} options
 */
export async function mustRun(name, command, options) {
  const code = await runTask(command, options);
  options?.signal?.throwIfAborted();
  if (code === 0) return;
  throw new Failure(`${name} 失败。It failed.`, {
    tried: [`${command.join(' ')}: exit ${code}`],
    remedy: '看上面的输出，改正后再运行。See the output above, correct it, run it again.',
  });
}

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
