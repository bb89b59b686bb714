/** A Temporal dev server for one run: a real one, its database in a file, ended by its own process id. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { searchAttributesOf } from '../client/search-attributes.ts';
import { answers, freePort } from '../scripts/lib/ports.mjs';
import { settingOf } from './setting-of.ts';

export type DevServer = { readonly address: string; stop(): Promise<void> };

const PATIENCE_MS = 30_000;
const GRACE_MS = 5_000;

export async function startDevServer(): Promise<DevServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-bench-'));
  const port = await freePort();
  const child = spawn(settingOf('TEMPORAL_CLI_PATH'), argumentsFor(port, folder), {
    stdio: 'ignore',
  });
  // A run that is broken off leaves nothing behind either.
  const endNow = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', endNow);
  const ended = once(child, 'exit');
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      endNow();
      throw new Error('the Temporal dev server did not come up');
    }
    await sleep(50);
  }
  return {
    address: `127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(GRACE_MS, undefined, { ref: false })]);
      endNow();
      process.off('exit', endNow);
    },
  };
}

/** A port that answers is not enough: "Frontend is not healthy yet". */
async function isHealthy(port: number): Promise<boolean> {
  if (!(await answers(port))) return false;
  try {
    const connection = await Connection.connect({ address: `127.0.0.1:${port}` });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

function argumentsFor(port: number, folder: string): string[] {
  const server = 'server start-dev --headless --ip 127.0.0.1 --log-level error';
  const attributes = searchAttributesOf('plan/2018H1/unit')
    .getAll()
    .flatMap(({ key }) => ['--search-attribute', `${key.name}=Keyword`]);
  const file = path.join(folder, 'temporal.db');
  return [...server.split(' '), '--port', String(port), '--db-filename', file, ...attributes];
}
