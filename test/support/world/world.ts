/** An installation in virtual time for one test file: Temporal's test server, a database, recording gateways, a plan. */
import type { Plan } from '../../../domain/plan/plan.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { shippedCalendar } from '../../../gateways/calendar/holidays.ts';
import type { MailGateway, RobotGateway, SmsGateway } from '../../../gateways/gateway.ts';
import { type Recorder, recorder } from '../../../rehearsal/world/recorder.ts';
import { createWorld, type World } from '../../../rehearsal/world/world.ts';
import type { Pool } from '../../../store/db/pool.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { createDatabase, type TestDatabase } from '../record/database.ts';
import { failedReplays, historiesOf, type Run, revivedRuns, startedRuns } from './replay.ts';

export type TestWorld = World & {
  readonly plan: Plan;
  readonly pool: Pool;
  readonly database: TestDatabase;
  readonly outside: Recorder;
  /** Every workflow that was started, in order. */
  readonly runs: readonly Run[];
  /** Replays all their histories, and names the workflows that did not wake by themselves; [] is good. Tests end with it. */
  failedReplays(): Promise<string[]>;
  /** Closes this world and opens one with an empty Temporal server over the same database, at the same time or later. */
  withEmptiedTemporal(later?: Instant): Promise<TestWorld>;
};

export type TestWorldInput = {
  readonly plan: Plan;
  readonly start: Instant;
  readonly bundle: string;
  /** 0 where workers are replaced: otherwise the server offers tasks to the old workers for ten real seconds. */
  readonly maxCachedWorkflows?: 0;
  /** The test's own gateways, perhaps around the recorder's. */
  readonly through?: (outside: Recorder) => {
    readonly mail?: MailGateway;
    readonly sms?: SmsGateway;
    readonly robot?: RobotGateway;
  };
};

export async function createTestWorld(input: TestWorldInput): Promise<TestWorld> {
  const database = await createDatabase();
  await importPlan(database.pool, input.plan, shippedCalendar(), input.start);
  return createOver(database, recorder(), input);
}

async function createOver(
  database: TestDatabase,
  outside: Recorder,
  input: TestWorldInput,
): Promise<TestWorld> {
  const { runs, interceptor } = startedRuns();
  const { TEMPORAL_TEST_SERVER_PATH: testServerPath } = process.env;
  const world = await createWorld({
    pool: database.pool,
    mail: outside.mail,
    sms: outside.sms,
    robot: outside.robot,
    ...input.through?.(outside),
    start: input.start,
    demonstration: false,
    testServerPath,
    workflowBundle: { codePath: input.bundle },
    interceptor,
    ...(input.maxCachedWorkflows === 0 ? { maxCachedWorkflows: 0 } : {}),
  });
  return {
    ...world,
    plan: input.plan,
    pool: database.pool,
    database,
    outside,
    runs,
    async failedReplays() {
      const histories = await historiesOf(world.env.client.workflow, runs);
      return [...revivedRuns(histories), ...(await failedReplays(input.bundle, histories))];
    },
    async withEmptiedTemporal(later) {
      const start = later ?? (await world.now());
      await world.close();
      const { maxCachedWorkflows: _, ...rest } = input;
      return createOver(database, outside, { ...rest, start });
    },
    async close() {
      await world.close();
      await database.drop();
    },
  };
}
