import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { identify, isRunning, self } from '../../scripts/lib/processes/identity.mjs';
import { takeLock, withLock } from '../../scripts/lib/processes/lock.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const lockFile = () => path.join(temporaryFolder(), 'start.lock');

it('is held by one process, which is named to the others, until it is released', () => {
  const file = lockFile();
  const first = takeLock(file);
  expect(takeLock(file)).toEqual({ heldBy: self() });
  if ('release' in first) first.release();
  expect(takeLock(file)).toHaveProperty('release');
});

it('is taken over from a process that was killed', async () => {
  const file = lockFile();
  writeFileSync(file, JSON.stringify(await identityOfKilled()));
  expect(takeLock(file)).toHaveProperty('release');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(self());
});

it('is taken over when the number now belongs to another process', () => {
  const file = lockFile();
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'another time' }));
  expect(takeLock(file)).toHaveProperty('release');
});

it('is taken over when a crash left half of it', () => {
  const file = lockFile();
  writeFileSync(file, '{"pid":');
  expect(takeLock(file)).toHaveProperty('release');
});

it('lets work run one after the other, and is removed afterwards', async () => {
  const file = lockFile();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await sleep(20);
    seen.push(`${name} ends`);
  };
  await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(existsSync(file)).toBe(false);
});

it('gives up waiting with a sentence that names the holder', async () => {
  const file = lockFile();
  takeLock(file);
  const waiting = withLock(file, async () => {}, { waitMs: 10 });
  await expect(waiting).rejects.toThrow(String(process.pid));
});

it('a zombie does not count as running', async () => {
  // `sleep` takes the shell's place and never asks after the child that it inherits.
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30']);
  const [chunk] = await once(parent.stdout, 'data');
  const pid = Number(String(chunk));
  expect(identify(pid)).toBeDefined();
  await expect.poll(() => identify(pid)).toBeUndefined();
  expect(() => process.kill(pid, 0)).not.toThrow();
  parent.kill('SIGKILL');
});

async function identityOfKilled() {
  const child = spawn('sleep', ['30']);
  const identity = identify(child.pid ?? 0);
  expect(isRunning(identity)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return identity;
}
