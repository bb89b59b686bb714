/**
 * Opening a round, and a reminder for all its units at one instant, beside the engine's plain limit. Each run has a
 * server of its own, used by both sides; they take turns in going first.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';
import { answers, freePort } from '../../scripts/lib/ports.mjs';
import { searchAttributesOf } from '../../worker/temporal.ts';
import { workflowBundle } from '../../worker/workflow-bundle.ts';
import type { Figure, Measured } from '../figure.ts';
import { type Options, settingOf } from '../options.ts';
import { type BurstRun, MESSAGES_PER_UNIT, tooBusy } from './burst-run.ts';
import { ourBurst } from './our-burst.ts';
import { plainBurst } from './plain-burst.ts';

type Pair = { readonly ours: BurstRun; readonly plain: BurstRun };
type Bundles = { readonly ours: string; readonly plain: string };

export async function measureBurst({ sizes, runs }: Options): Promise<Measured> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const bundles = { ours: await workflowBundle(), plain: await plainBundle() };
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const units of sizes) {
    const pairs: Pair[] = [];
    for (let run = 0; run < runs; run += 1) pairs.push(await soundPair(units, run, bundles, notes));
    figures.push(...figuresOf(units, pairs));
  }
  return { figures, notes };
}

const TRIES = 4;

/** Plays a pair again when the server lost a task: such a pair says nothing about either side. */
async function soundPair(
  units: number,
  run: number,
  bundles: Bundles,
  notes: string[],
): Promise<Pair> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const pair = await pairOf(units, run, bundles);
    if (pair.ours.lost + pair.plain.lost === 0) return pair;
    const { ours, plain } = pair;
    notes.push(
      `${units} units, run ${run + 1} played again: tasks lost by the server, ours ${ours.lost}, the engine alone ${plain.lost}`,
    );
  }
  throw tooBusy();
}

async function pairOf(units: number, run: number, bundles: Bundles): Promise<Pair> {
  const server = await startDevServer();
  const shared = { units, address: server.address, adminUrl: settingOf('DATABASE_ADMIN_URL') };
  const ours = () => ourBurst({ ...shared, workflowBundle: { codePath: bundles.ours } });
  const plain = () => plainBurst({ ...shared, workflowBundle: { code: bundles.plain } });
  try {
    if (run % 2 === 0) return { ours: await ours(), plain: await plain() };
    const first = await plain();
    return { plain: first, ours: await ours() };
  } finally {
    await server.stop();
  }
}

async function plainBundle(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./plain-workflows.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
  return code;
}

function figuresOf(size: number, pairs: readonly Pair[]): Figure[] {
  const messages = size * MESSAGES_PER_UNIT;
  return [
    ...beside(size, 'opening a round', pairs, (run) => run.openingMs),
    ...beside(size, `reminding all, ${messages} messages`, pairs, (run) => run.burstMs),
  ];
}

function beside(
  size: number,
  what: string,
  pairs: readonly Pair[],
  ms: (run: BurstRun) => number,
): Figure[] {
  const seconds = (who: keyof Pair) => pairs.map((pair) => ms(pair[who]) / 1000);
  const shares = pairs.map(({ ours, plain }) => ms(plain) / ms(ours));
  return [
    { what, unit: 's', size, runs: seconds('ours'), goal: null },
    { what: `${what}: the engine alone`, unit: 's', size, runs: seconds('plain'), goal: null },
    {
      what: `${what}: share of its limit`,
      unit: 'ratio',
      size,
      runs: shares,
      goal: { atLeast: 0.9 },
    },
  ];
}

/** A real Temporal dev server for one run, its database in a file, ended by its process id. */
type DevServer = { readonly address: string; stop(): Promise<void> };

const PATIENCE_MS = 30_000;
const GRACE_MS = 5_000;

async function startDevServer(): Promise<DevServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-bench-'));
  const port = await freePort();
  const child = spawn(settingOf('TEMPORAL_CLI_PATH'), argumentsFor(port, folder), {
    stdio: 'ignore',
  });
  // An interrupted run must leave nothing behind either.
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

/** An open port is not enough: the server may still answer "Frontend is not healthy yet". */
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
