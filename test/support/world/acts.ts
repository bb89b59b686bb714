/** Commands of people in a world, at its virtual time. Each waits until everything that follows has been done. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Outcome } from '../../../domain/command.ts';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import type { RoundAct, YearAct } from '../../../domain/round/round.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { sampleReport } from '../../../rehearsal/script/sample-report.ts';
import { newestCompilation } from '../../../store/read/compilations.ts';
import { readObligation } from '../../../store/read/obligations.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { administrator, liaison, officer, ROUND, YEAR } from '../people/cast.ts';
import type { TestWorld } from './world.ts';

export const idOf = (unit: string): string => `${ROUND}/${unit}`;

/** Applies the act without waiting for what follows; the test calls `world.settle()` itself. */
export async function hurried(
  world: TestWorld,
  unit: string,
  act: ObligationAct,
  at: Instant | null = null,
): Promise<Outcome> {
  const actor = act.kind === 'submit' || act.kind === 'withdraw' ? liaison : officer;
  const receivedAt = at ?? (await world.now());
  return applyCommand(world.pool, {
    id: randomUUID(),
    actor,
    receivedAt,
    obligation: idOf(unit),
    act,
  });
}

export async function act(world: TestWorld, unit: string, act: ObligationAct): Promise<Outcome> {
  const outcome = await hurried(world, unit, act);
  await world.settle();
  return outcome;
}

/** A report on everything the unit owes. */
export async function report(world: TestWorld, unit: string) {
  const of = await readObligation(world.pool, idOf(unit));
  return sampleReport(of, world.plan.items, of.version + 1);
}

export async function submit(world: TestWorld, unit: string): Promise<Outcome> {
  return act(world, unit, { kind: 'submit', report: await report(world, unit) });
}

export async function submitAll(world: TestWorld, ...units: string[]): Promise<void> {
  for (const unit of units) expect(await submit(world, unit)).toMatchObject({ ok: true });
}

export async function actOnRound(world: TestWorld, act: RoundAct, round = ROUND): Promise<Outcome> {
  const receivedAt = await world.now();
  const command = { id: randomUUID(), actor: officer, receivedAt, round, act };
  const outcome = await applyCommand(world.pool, command);
  await world.settle();
  return outcome;
}

export async function signOff(world: TestWorld): Promise<Outcome> {
  const newest = await newestCompilation(world.pool, ROUND);
  return actOnRound(world, { kind: 'sign-off', version: newest?.version ?? 0 });
}

export async function actOnYear(world: TestWorld, act: YearAct): Promise<Outcome> {
  const receivedAt = await world.now();
  const command = { id: randomUUID(), actor: administrator, receivedAt, year: YEAR, act };
  const outcome = await applyCommand(world.pool, command);
  await world.settle();
  return outcome;
}

export async function startYear(world: TestWorld): Promise<void> {
  expect(await actOnYear(world, { kind: 'start-year', withUnreachable: true })).toMatchObject({
    ok: true,
  });
}

/** Polls for what `settle` cannot wait for, since no row says it is due: a workflow that ends, an attempt that is repeated. */
export const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 20_000 });

/** Moves the clock without waiting for what is due: meanwhile attempts fail, or find no worker, and are repeated. */
export async function letPass(world: TestWorld, to: Instant): Promise<void> {
  await world.sleepUntil(to);
}
