/** Runs one of our programs as a person would: its output and its end. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { until } from './until.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const TSX = pathToFileURL(path.join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href;

export const typescript = (file: string, ...args: string[]): string[] => [
  process.execPath,
  '--import',
  TSX,
  path.join(ROOT, file),
  ...args,
];

/** @throws Error with the end of its error output when it fails. @returns what it printed */
export async function outputOf(command: readonly string[]): Promise<string> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  const [out, err] = [textOf(child.stdout), textOf(child.stderr)];
  const [code] = await once(child, 'close');
  process.off('exit', killNow);
  if (code === 0) return out();
  throw new Error(`${file} ended with ${code}: ${err().slice(-2_000)}`);
}

/** Everything it has printed so far. */
function textOf(stream: ChildProcess['stdout']): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** A program that stays up: the time until it says so, and until it has ended after Ctrl-C. */
export type UpAndDown = { readonly upMs: number; readonly downMs: number };

const PATIENCE_MS = 10 * 60_000;
const GRACE_MS = 60_000;

/**
 * Starts it in a process group of its own, as a terminal does, and sends Ctrl-C (SIGINT) to that group once it has
 * printed `upWhen`. @throws Error with the end of its output when it ends before, or does not end after
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

/** @returns false when no process of the group is left */
function signalled(group: number, signal: 'SIGINT' | 0): boolean {
  try {
    return process.kill(-group, signal);
  } catch {
    return false;
  }
}
