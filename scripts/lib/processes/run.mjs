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
