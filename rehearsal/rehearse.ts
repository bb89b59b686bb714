/** `cuibao rehearse`: a throw-away installation plays the year and writes result, documents and page. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { yearId } from '../domain/obligation/obligation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Instant } from '../domain/time/time.ts';
import type { WorkCalendar } from '../domain/time/workdays.ts';
import { GatewayError } from '../gateways/gateway.ts';
import type { Pool } from '../store/db/pool.ts';
import { readCompilations, readCompiled } from '../store/read/compilations.ts';
import { rulesOf } from '../store/read/plans.ts';
import { roundsOfYear } from '../store/read/rounds.ts';
import { importPlan } from '../store/write/import-plan.ts';
import { writeSettings } from '../store/write/settings.ts';
import { readPageRecord } from './page/read.ts';
import { writePage } from './page/write.ts';
import { documentName, type Rehearsed, readRounds } from './result.ts';
import { defaultScript } from './script/default-script.ts';
import type { RehearsalEvent } from './script/events.ts';
import { beginsAt, runYear } from './script/run.ts';
import { findViolations } from './violations.ts';
import { recorder } from './world/recorder.ts';
import { createThrowaway } from './world/throwaway-database.ts';
import { createWorld } from './world/world.ts';

export type RehearseInput = {
  readonly plan: Plan;
  readonly calendar: WorkCalendar;
  readonly year: number;
  readonly events: readonly RehearsalEvent[] | null;
  readonly until: Instant | null;
  readonly adminUrl: string | undefined;
  readonly testServerPath: string | undefined;
  /** Folder for the compiled documents and the page; null to write none. */
  readonly out: string | null;
  readonly onMoment?: (at: Instant) => void;
};

// Postgres would make five plans for each statement and connection before it keeps one; with few rows and many
// connections that costs a second a year.
const ONE_PLAN = 'plan_cache_mode = force_generic_plan';

export async function rehearse(input: RehearseInput): Promise<Rehearsed> {
  const began = performance.now();
  const rules = rulesOf(input.plan, input.calendar);
  const start = beginsAt(rules, input.year);
  const database = await createThrowaway(input.adminUrl, [ONE_PLAN]);
  try {
    await writeSettings(database.pool, { offsetMs: 0, demonstration: false });
    await importPlan(database.pool, input.plan, input.calendar, start);
    const outside = recorder();
    const world = await createWorld({
      pool: database.pool,
      mail: outside.mail,
      sms: outside.sms,
      robot: outside.robot,
      start,
      demonstration: false,
      testServerPath: input.testServerPath,
      ...(input.onMoment ? { onMoment: input.onMoment } : {}),
    });
    try {
      const ran = await runYear({
        stage: {
          pool: database.pool,
          plan: input.plan.id,
          breakChannel: (address) => outside.fail(address, UNREACHABLE),
        },
        world,
        year: input.year,
        events: input.events ?? defaultScript(rules, input.year),
        until: input.until,
      });
      const year = yearId(input.plan.id, input.year);
      const rounds = (await roundsOfYear(database.pool, year)).map((round) => round.id);
      const violations = await findViolations(database.pool, rounds, ran.endedAt, true);
      const result: Rehearsed = {
        year: input.year,
        seconds: Math.round((performance.now() - began) / 100) / 10,
        rounds: await readRounds(database.pool, rules.zone, input.plan.id, input.year),
        violations,
        refused: ran.refused,
      };
      if (input.out !== null) {
        await writeDocuments(database.pool, rounds, input.out);
        await writePage(
          input.out,
          result,
          await readPageRecord(database.pool, rules, input.year, ran.endedAt),
        );
      }
      return result;
    } finally {
      await world.close();
    }
  } finally {
    await database.drop();
  }
}

const UNREACHABLE = new GatewayError('空号', { permanent: true });

async function writeDocuments(pool: Pool, rounds: readonly string[], out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const round of rounds) {
    const period = round.split('/')[1] ?? round;
    for (const { version } of await readCompilations(pool, round)) {
      const compiled = await readCompiled(pool, round, version);
      if (compiled)
        await writeFile(path.join(out, documentName(period, version)), compiled.document);
    }
  }
}
