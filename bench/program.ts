/** A program of ours as a person starts it: what it prints, and its end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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
export function textOf(stream: ChildProcess['stdout']): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
