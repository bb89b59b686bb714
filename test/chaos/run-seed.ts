/**
 * One round from its opening until it is at rest, on real processes, with people at work and every process but the
 * sandbox being killed.
 */

import { setMaxListeners } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { roundId } from '../../domain/obligation/obligation.ts';
import { owed } from '../../domain/plan/owed.ts';
import { parsePeriod } from '../../domain/time/period.ts';
import type { Now } from '../../domain/time/time.ts';
import { shippedPlan } from '../../rehearsal/shipped-plan.ts';
import { dueNow } from '../../rehearsal/world/moments.ts';
import { readJson } from '../../scripts/lib/files.mjs';
import { isRunning, self } from '../../scripts/lib/processes/identity.mjs';
import { endLeftovers } from '../../scripts/lib/processes/records.mjs';
import type { Pool } from '../../store/db/pool.ts';
import { outboxBacklog } from '../../store/read/installation.ts';
import { drawBlows, type Outage, strike, VICTIMS, type VictimName } from './blows.ts';
import { compressedPlan, PERIOD, STEPS } from './compressed-plan.ts';
import { drawDiaries } from './deeds.ts';
import { stopLeftPostgres } from './durable-postgres.ts';
import { type Installation, install } from './installation.ts';
import { readOutside } from './outside.ts';
import { liveThrough, until } from './people.ts';
import { randomOf } from './random.ts';
import { type Reckoning, reckon } from './reckoning.ts';
import { claims } from './witness.ts';

type SeedInput = {
  readonly seed: number;
  /** Seconds between two steps. */
  readonly gap: number;
  readonly temporalCli: string;
  readonly signal: AbortSignal;
};
export type SeedResult = Reckoning & {
  readonly seed: number;
  readonly units: number;
  readonly commands: number;
  /** Times a person got no answer and tried again. */
  readonly unanswered: number;
  readonly kills: Readonly<Record<VictimName, number>>;
  readonly claims: number;
  readonly mails: number;
  readonly sms: number;
  readonly smsUnknown: number;
  /** What was still due at the end of the time limit; empty in a good run. */
  readonly notAtRest: readonly string[];
  readonly seconds: number;
  /** Where the logs and data of a failed run are kept; null after a good one. */
  readonly folder: string | null;
};

/**
 * How long the last kill can have effects: the activity of a killed worker is given out again only when its minute is
 * over, and a failed delivery waits 10 s and more.
 */
const REST_WITHIN_MS = 240_000;

export const runSeed = (input: SeedInput): Promise<SeedResult> =>
  withFolder(async (folder, started) => {
    const plan = compressedPlan(shippedPlan, input.gap);
    const at = { folder, temporalCli: input.temporalCli, plan };
    const result = await play(input, await install(at, started, input.signal));
    return { result: { ...result, folder: null }, good: isGood(result) };
  });

export const isGood = (result: Omit<SeedResult, 'folder'>): boolean =>
  result.notAtRest.length === 0 &&
  Object.values(result.counts).every((sentences) => sentences.length === 0);

async function play(input: SeedInput, home: Installation): Promise<Omit<SeedResult, 'folder'>> {
  const { seed, gap, signal } = input;
  const random = randomOf(seed);
  const began = performance.now();
  const { plan } = home.rules;
  const round = roundId(plan.id, PERIOD);
  const units = owed(plan, parsePeriod(PERIOD)).map(({ unit }) => unit);
  const diaries = drawDiaries(units, gap, random);
  const blows = drawBlows(gap, random);
  await opened(home, round, signal);
  const [answered, outages] = await together(signal, (ending) => [
    liveThrough({ ...home, round, signal: ending }, diaries),
    strike(blows, home, ending),
    until(home.opensAt + (STEPS + 1) * gap * 1000, ending),
  ]);
  const notAtRest = await comeToRest(home.pool, home.now, signal);
  const outside = await readOutside(home.sandboxUrl);
  return {
    seed,
    units: units.length,
    commands: answered.length,
    unanswered: answered.reduce((sum, { failed }) => sum + failed, 0),
    kills: killsOf(outages),
    claims: await claims(home.pool),
    mails: outside.mails.length,
    sms: outside.sms.length,
    smsUnknown: await smsUnknown(home.pool),
    notAtRest,
    ...(await reckon(home.pool, answered, outside, outages)),
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

/** Nobody hands in to a round that has not opened; how long opening takes depends on the worker. */
async function opened({ pool }: Installation, round: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(`select 1 from obligation where round = $1 limit 1`, [
      round,
    ]);
    if (rowCount === 1) return;
    await sleep(100, undefined, { signal });
  }
}

const killsOf = (outages: readonly Outage[]): Record<VictimName, number> =>
  Object.fromEntries(
    VICTIMS.map((name) => [name, outages.filter(({ victim }) => victim === name).length]),
  ) as Record<VictimName, number>;

async function comeToRest(pool: Pool, now: Now, signal: AbortSignal): Promise<string[]> {
  const patience = Date.now() + REST_WITHIN_MS;
  for (;;) {
    const left = await whatIsLeft(pool, now);
    if (left.length === 0 || Date.now() > patience) return left;
    await sleep(500, undefined, { signal });
  }
}

async function whatIsLeft(pool: Pool, now: Now): Promise<string[]> {
  const { waiting } = await outboxBacklog(pool);
  return [
    ...(await dueNow(pool, await now(), false)),
    ...(waiting > 0 ? [`outbox ${waiting}`] : []),
  ];
}

async function smsUnknown(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `select count(*) as n from message where channel = 'sms' and state = 'unknown'`,
  );
  return rows[0]?.n ?? 0;
}

/** The folder of one run. When the run ends, the folder and every process started in it are removed. */
const PREFIX = 'cuibao-chaos-';
const OWNER = 'owner.json';

type Stoppable = { stop(): Promise<void> };

/** @param work puts what it starts into `started`; the folder of a failed run is kept, its processes are not */
async function withFolder<T extends { readonly folder: string | null }>(
  work: (folder: string, started: Stoppable[]) => Promise<{ result: T; good: boolean }>,
): Promise<T> {
  await sweep();
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  writeFileSync(path.join(folder, OWNER), JSON.stringify(self()));
  const started: Stoppable[] = [];
  let keep = false;
  try {
    const { result, good } = await work(folder, started);
    keep = !good;
    return good ? result : { ...result, folder };
  } finally {
    for (const one of started.toReversed()) await one.stop();
    if (keep) rmSync(path.join(folder, OWNER));
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what killed runs have left behind. A folder without an owner was kept on purpose. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const owner = readJson(path.join(folder, OWNER));
    if (owner === undefined || isRunning(owner)) continue;
    await endLeftovers(path.join(folder, 'children.json'));
    await stopLeftPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Waits for all. When one fails, the others are aborted and awaited before the error is thrown, so that nothing is
 * started while everything is being stopped.
 */
async function together<T extends readonly unknown[]>(
  outer: AbortSignal,
  begin: (ending: AbortSignal) => { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const failed = new AbortController();
  const ending = AbortSignal.any([outer, failed.signal]);
  // One listener for each person who waits.
  setMaxListeners(0, ending);
  const all = begin(ending);
  try {
    return (await Promise.all(all)) as unknown as T;
  } catch (error) {
    failed.abort();
    await Promise.allSettled(all);
    throw error;
  }
}
