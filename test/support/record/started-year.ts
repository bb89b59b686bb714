/** A database with the shipped plan, its year 2018 started and the round 2018H1 open: 44 obligations, none reported. */

import { createCompileReport } from '../../../activities/compile-report.ts';
import { createOpenRound } from '../../../activities/open-round.ts';
import { type Obligation, partsOf } from '../../../domain/obligation/obligation.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { readObligations } from '../../../store/read/obligations.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { ROUND } from '../people/cast.ts';
import { at, china } from '../time/dates.ts';
import { onYear } from './commands.ts';
import { createDatabase, type TestDatabase } from './database.ts';

export const OPENED: Instant = at('2018-06-22 09:00');

export async function importedPlan(plan = shippedPlan): Promise<TestDatabase> {
  const database = await createDatabase();
  await importPlan(database.pool, plan, china, at('2017-12-01 09:00'));
  return database;
}

export async function openedRound(plan = shippedPlan): Promise<TestDatabase> {
  const database = await importedPlan(plan);
  const receivedAt = at('2017-12-01 10:00');
  await applyCommand(database.pool, onYear({ kind: 'start-year' }, { receivedAt }));
  await openRound(database.pool, ROUND);
  return database;
}

export const openRound = (pool: Pool, round: string, asOf: Instant = OPENED) =>
  createOpenRound({ pool, offset: 0 }).openRound({ round, asOf });

/** The obligations of the round by the code of their unit. */
export async function byUnit(pool: Pool, round = ROUND): Promise<ReadonlyMap<string, Obligation>> {
  const all = await readObligations(pool, round);
  return new Map(all.map((o) => [partsOf(o.id).unit, o]));
}

/** The round's next version, made as its workflow would have it made on the due day. */
export const compileNow = (pool: Pool) =>
  createCompileReport({
    pool,
    now: async () => at('2018-07-13 10:00'),
    offset: 0,
    robot: null,
    demonstration: false,
  }).compileReport({ round: ROUND });
