/** A program that stays up: how long until it says that it is, and its end by the key a person would press. */
import { spawn } from 'node:child_process';
import { textOf } from './program.ts';
import { until } from './until.ts';

export type UpAndDown = { readonly upMs: number; readonly downMs: number };

const PATIENCE_MS = 10 * 60_000;
const GRACE_MS = 60_000;

/**
 * Starts it in a process group of its own, as a terminal does, and sends Ctrl-C (SIGINT) to that group once it has
 * printed `upWhen`.
 * @throws Error with the end of what it printed when it ends before, or does not end after
 */
export async function upAndDown(
  command: readonly string[],
  upWhen: string,
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<UpAndDown> {
  const [file = '', ...args] = command;
  const began = performance.now();
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const group = child.pid ?? Number.NaN;
  const interrupt = () => signalled(group, 'SIGINT');
  process.once('exit', interrupt);
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  const saidSo = () => out().includes(upWhen);
  try {
    await until('up, or at an end', () => saidSo() || hasEnded, PATIENCE_MS);
    const upMs = performance.now() - began;
    if (!saidSo()) throw new Error(`it ended: ${(out() + err()).slice(-2_000)}`);
    const interruptedAt = performance.now();
    interrupt();
    await until('at an end, with all it started', () => !signalled(group, 0), GRACE_MS);
    return { upMs, downMs: performance.now() - interruptedAt };
  } finally {
    interrupt();
    process.off('exit', interrupt);
  }
}

/** @returns false when nobody of that group is left */
function signalled(group: number, signal: 'SIGINT' | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
