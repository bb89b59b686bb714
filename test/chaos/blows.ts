/** Which process is killed when, drawn from a seed; and the killing. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from '../../store/db/pool.ts';
import type { Victim } from './child.ts';
import { STEPS } from './compressed-plan.ts';
import { until } from './people.ts';
import type { Random } from './random.ts';

export const VICTIMS = ['worker', 'temporal', 'postgres'] as const;
export type VictimName = (typeof VICTIMS)[number];

export type Blow = {
  readonly victim: VictimName;
  /** Seconds after the opening, at the earliest: a process is not killed before it works again. */
  readonly at: number;
  /** Waits until a message is being sent, between its claim and its settling. */
  readonly aimed: boolean;
  /** How long the process stays away before it is started again. */
  readonly awayMs: number;
};
/** From the kill until the process worked again, host time in epoch ms. */
export type Outage = { readonly victim: VictimName; readonly from: number; readonly to: number };

const TIMES = { worker: 3, temporal: 3, postgres: 3 };
const AIM_MS = 5_000;

/** Most kills fall when the messages of a step are sent: then there is something to break. */
export const drawBlows = (gap: number, random: Random): Blow[] =>
  VICTIMS.flatMap((victim) =>
    random
      .some(stepsFrom(random.chance(0.3) ? 0 : 1), TIMES[victim])
      .toSorted((a, b) => a - b)
      .map((step) => ({
        victim,
        at: step * gap + (random.chance(0.7) ? random.between(0, 1.5) : random.between(0, gap)),
        aimed: random.chance(0.6),
        awayMs: random.between(500, 3_000),
      })),
  );

// The opening is mostly spared: a round that fails at its opening has little left to break.
const stepsFrom = (first: number): number[] =>
  Array.from({ length: STEPS - first }, (_, i) => first + i);

export async function strike(
  blows: readonly Blow[],
  {
    victims,
    opensAt,
    pool,
  }: {
    readonly victims: Readonly<Record<VictimName, Victim>>;
    readonly opensAt: number;
    readonly pool: Pool;
  },
  signal: AbortSignal,
): Promise<Outage[]> {
  const each = VICTIMS.map(async (name) => {
    const outages: Outage[] = [];
    for (const blow of blows.filter(({ victim }) => victim === name)) {
      await until(opensAt + blow.at * 1000, signal);
      await victims[name].ready();
      if (blow.aimed) await somethingUnderWay(pool, signal);
      outages.push(await strikeOnce(blow, victims[name], signal));
    }
    return outages;
  });
  return (await Promise.all(each)).flat();
}

async function strikeOnce(blow: Blow, victim: Victim, signal: AbortSignal): Promise<Outage> {
  const from = Date.now();
  await victim.kill();
  await sleep(blow.awayMs, undefined, { signal });
  await victim.start();
  await victim.ready();
  return { victim: blow.victim, from, to: Date.now() };
}

/** Waits a limited time: the round may have nothing left to send. */
async function somethingUnderWay(pool: Pool, signal: AbortSignal): Promise<void> {
  const patience = Date.now() + AIM_MS;
  while (Date.now() < patience) {
    const { rowCount } = await pool
      .query(`select 1 from message where state = 'sending' limit 1`)
      .catch(() => ({ rowCount: 0 }));
    if (rowCount === 1) return;
    await sleep(10, undefined, { signal });
  }
}
