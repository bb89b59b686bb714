/** Databases with the shipped plan: only imported, or with round 2018H1 open and none of its 44 units reported. */

import { createPlanSteps } from '../../../activities/obligation/plan-steps.ts';
import { createCompileReport } from '../../../activities/round/compile-report.ts';
import { createOpenRound } from '../../../activities/round/open-round.ts';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { type Obligation, partsOf } from '../../../domain/obligation/obligation.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { readObligations } from '../../../store/read/obligations.ts';
import { applyCommand } from '../../../store/write/commands.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { writeSettings } from '../../../store/write/settings.ts';
import { ROUND } from '../people/cast.ts';
import { at, china } from '../time/dates.ts';
import { onObligation, onYear } from './commands.ts';
import { createDatabase, type TestDatabase } from './database.ts';

/** The moment of the notice, at which round 2018H1 opens. */
export const OPENED: Instant = at('2018-06-22 09:00');

/** Early enough for both rounds of the year 2018: 2017H2 opens in December 2017. */
const DECEMBER = at('2017-12-01 09:00');
/** Too late for round 2017H2. */
const JUNE = at('2018-06-20 10:00');

export async function importedPlan(
  plan = shippedPlan,
  importedAt = DECEMBER,
): Promise<TestDatabase> {
  const database = await createDatabase();
  await importPlan(database.pool, plan, china, importedAt);
  return database;
}

export async function openedRound(plan = shippedPlan, startedAt = DECEMBER): Promise<TestDatabase> {
  const database = await importedPlan(plan, startedAt);
  await applyCommand(database.pool, onYear({ kind: 'start-year' }, { receivedAt: startedAt }));
  await openRound(database.pool, ROUND);
  return database;
}

export const openRound = (pool: Pool, round: string, asOf: Instant = OPENED) =>
  createOpenRound({ pool, offset: 0 }).openRound({ round, asOf });

export type OpenRound = {
  readonly database: TestDatabase;
  /** Carries out the act as the bureau's officer. @throws Error when it is refused */
  act(unit: string, receivedAt: Instant, act: ObligationAct): Promise<void>;
  /** Plans and judges the unit's steps, as its workflow does at that moment. */
  look(unit: string, now: Instant): Promise<void>;
};

/** The year started in June 2018, so that 2018H1 is its only round that opens. */
export async function openedInJune(): Promise<OpenRound> {
  const database = await openedRound(shippedPlan, JUNE);
  const { pool } = database;
  return {
    database,
    async act(unit, receivedAt, act) {
      const actor = { kind: 'bureau', name: '经办人甲' } as const;
      const command = onObligation(`${ROUND}/${unit}`, act, { actor, receivedAt });
      const outcome = await applyCommand(pool, command);
      if (!outcome.ok) throw new Error(outcome.message);
    },
    async look(unit, now) {
      await createPlanSteps({ pool, offset: 0 }).planSteps({
        obligation: `${ROUND}/${unit}`,
        asOf: now,
      });
    },
  };
}

/** The same for programs that read the clock: in this database it is 17 July 2018, 10:31. */
export async function openInJuly(): Promise<OpenRound> {
  const round = await openedInJune();
  const offsetMs = at('2018-07-17 10:31') - Date.now();
  await writeSettings(round.database.pool, { offsetMs, demonstration: false });
  return round;
}

/** The obligations of the round by the code of their unit. */
export async function byUnit(pool: Pool, round = ROUND): Promise<ReadonlyMap<string, Obligation>> {
  const all = await readObligations(pool, round);
  return new Map(all.map((o) => [partsOf(o.id).unit, o]));
}

/** Compiles the round's next version, as its workflow does on the due day. */
export const compileNow = (pool: Pool) =>
  createCompileReport({
    pool,
    now: async () => at('2018-07-13 10:00'),
    offset: 0,
    robot: null,
    demonstration: false,
  }).compileReport({ round: ROUND });
