/**
 * One installation in virtual time: the real workflows, workers and activities on the test server and its clock.
 * Everything that knows the test server is in this file.
 */

import type { WorkflowClientInterceptor } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { createBringNews } from '../../activities/obligation/bring-news.ts';
import { applyReceipts } from '../../activities/receipts/apply-receipts.ts';
import { Problem } from '../../domain/problem.ts';
import type { PlanOffset } from '../../domain/time/plan-time.ts';
import { type Instant, instant, type Now } from '../../domain/time/time.ts';
import type { MailGateway, RobotGateway, SmsGateway } from '../../gateways/gateway.ts';
import type { Pool } from '../../store/db/pool.ts';
import { relayOnce } from '../../worker/relay.ts';
import { workersOf } from '../../worker/run.ts';
import { type Temporal, temporalOf } from '../../worker/temporal.ts';
import { dueNow, nextMoment } from './moments.ts';
import { createTestClock } from './test-clock.ts';
import { createWatch, type Watch } from './watch.ts';

export type World = {
  readonly env: TestWorkflowEnvironment;
  readonly temporal: Temporal;
  /** Plan time, by the test server's clock. */
  readonly now: Now;
  readonly offset: number;
  readonly taskQueue: string;
  /** Lets time pass at once, over everything in between. Use this, never the environment's own `sleep`. */
  sleepUntil(at: Instant): Promise<void>;
  /** Moves the clock to that instant, stopping at every planned moment. */
  passTo(at: Instant): Promise<void>;
  /** Relays the outbox and waits until nothing that is due is left to do. */
  settle(): Promise<void>;
  /** Ends the workers and starts new ones, as a deployment would. */
  replaceWorkers(): Promise<void>;
  close(): Promise<void>;
};

type WorldInput = {
  readonly pool: Pool;
  readonly mail: MailGateway;
  readonly sms: SmsGateway;
  readonly robot: RobotGateway | null;
  /** Plan time at the beginning. */
  readonly start: Instant;
  readonly demonstration: boolean;
  readonly webUrl?: string | undefined;
  readonly testServerPath: string | undefined;
  readonly workflowBundle?: WorkflowBundleOption;
  readonly onMoment?: (at: Instant) => void;
  readonly maxCachedWorkflows?: number;
  /** Sees every workflow that is started. */
  readonly interceptor?: WorkflowClientInterceptor;
};

export async function createWorld(input: WorldInput): Promise<World> {
  const { pool } = input;
  installQuietRuntime();
  const env = await startServer(input);
  const offset = input.start - (await env.currentTimeMs());
  const clock = createTestClock(env);
  const now: Now = async () => instant((await clock.nowMs()) + offset);
  const taskQueue = `rehearsal-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const temporal = temporalOf(env.client, taskQueue);
  const watch = createWatch();
  const hasRobot = input.robot !== null;
  const begin = () => beginWorkers(input, { env, offset, now, taskQueue, temporal, watch });
  let workers = await begin();

  const sleepUntil = (at: Instant) => clock.sleepUntil(at - offset);
  const settle = () =>
    settleAll({ pool, temporal, now, offset, watch, demonstration: input.demonstration, hasRobot });
  return {
    env,
    temporal,
    now,
    offset,
    taskQueue,
    sleepUntil,
    settle,
    async passTo(at) {
      let reached = await now();
      do {
        reached = await stopBefore(pool, reached, at, hasRobot);
        await sleepUntil(reached);
        input.onMoment?.(reached);
        await settle();
      } while (reached < at);
    },
    async replaceWorkers() {
      await workers.stop();
      workers = await begin();
    },
    async close() {
      await workers.stop();
      await env.teardown();
    },
  };
}

/** The next planned moment before `at`, or `at`. */
async function stopBefore(
  pool: Pool,
  from: Instant,
  at: Instant,
  hasRobot: boolean,
): Promise<Instant> {
  const next = await nextMoment(pool, from, hasRobot);
  return next !== null && next < at ? next : at;
}

async function startServer({
  testServerPath: path,
  interceptor,
}: WorldInput): Promise<TestWorkflowEnvironment> {
  if (!path) {
    throw new Problem(
      'unavailable',
      '找不到 Temporal 测试服务器；请用 npm run cuibao 运行，它会自动准备。',
    );
  }
  return TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
    ...(interceptor ? { client: { interceptors: { workflow: [interceptor] } } } : {}),
  });
}

type Running = Pick<World, 'env' | 'offset' | 'now' | 'taskQueue' | 'temporal'> & {
  readonly watch: Watch;
};

async function beginWorkers(
  input: WorldInput,
  running: Running,
): Promise<{ stop(): Promise<void> }> {
  const activities = createActivities({
    pool: input.pool,
    mail: input.mail,
    sms: input.sms,
    robot: input.robot,
    now: running.now,
    offset: running.offset,
    demonstration: input.demonstration,
    isConfirmed: () => true,
    webUrl: () => input.webUrl,
    start: running.temporal.start,
    tellChanged: running.temporal.tellChanged,
  });
  const workers = await workersOf(running.watch.watched(activities), {
    connection: running.env.nativeConnection,
    namespace: running.env.namespace ?? 'default',
    taskQueue: running.taskQueue,
    ...(input.workflowBundle ? { workflowBundle: input.workflowBundle } : {}),
    ...(input.maxCachedWorkflows === undefined
      ? {}
      : { maxCachedWorkflows: input.maxCachedWorkflows }),
    shutdownGraceMs: 5_000,
  });
  const ends = workers.map((worker) => worker.run());
  return {
    async stop() {
      for (const worker of workers) worker.shutdown();
      await Promise.all(ends);
    },
  };
}

/**
 * Limits for one instant of virtual time: without progress for `PATIENCE_MS` the wait fails, and every `STRANDED_MS`
 * runs that are stuck are started again.
 */
const PATIENCE_MS = 60_000;
const STRANDED_MS = 10_000;

/** Pause between two looks at the record while activities run. */
const LOOK_EVERY_MS = 50;

type Settling = {
  readonly pool: Pool;
  readonly temporal: Temporal;
  readonly now: Now;
  readonly offset: PlanOffset;
  readonly watch: Watch;
  readonly demonstration: boolean;
  /** A robot posts to the bureau's work group. */
  readonly hasRobot: boolean;
};

/** Relays the outbox and waits until nothing that is due is left to do. */
async function settleAll({
  pool,
  temporal,
  now,
  offset,
  watch,
  demonstration,
  hasRobot,
}: Settling): Promise<void> {
  let seen = '';
  let since = Date.now();
  let revivals = 0;
  for (;;) {
    const quiets = watch.quiets();
    const due = await dueNow(pool, await now(), hasRobot);
    if (due.length === 0) return;
    const moved = await bringOn(due, { pool, temporal, now, offset, demonstration });
    if (moved > 0 || due.join() !== seen) since = Date.now();
    seen = due.join();
    if (isStranded(since, revivals, due)) {
      revivals += 1;
      await revive(temporal, due);
    }
    await watch.rest(quiets, LOOK_EVERY_MS);
  }
}

/** Does what the worker's sweeps do: tell workflows their news, apply receipts. @returns how much was done */
async function bringOn(
  due: readonly string[],
  { pool, temporal, now, offset, demonstration }: Omit<Settling, 'watch' | 'hasRobot'>,
): Promise<number> {
  const applied = due.some(isReport) ? await applyReceipts({ pool, now, demonstration }) : 0;
  if (!due.some(isNews)) return applied;
  const { start, tellChanged } = temporal;
  const bringNews = createBringNews({ pool, now, offset, start, tellChanged });
  return applied + (await relayOnce(pool, { start, tellChanged: bringNews }));
}

const isReport = (due: string): boolean => due.startsWith('report ');

const isNews = (due: string): boolean => due.startsWith('news ');

/** Every ten seconds without any progress, up to a minute. */
function isStranded(since: number, revivals: number, due: readonly string[]): boolean {
  const idle = Date.now() - since;
  if (idle > PATIENCE_MS) {
    throw new Error(`nothing moved for ${PATIENCE_MS} ms: ${due.slice(0, 5).join(', ')}`);
  }
  return idle > STRANDED_MS * (revivals + 1);
}

/**
 * The test server strands a run when a workflow task cancels a timer that fired while the worker had the task: it
 * refuses the answer and never sends the task again (temporalio/sdk-java#3088; the real server does neither). Any
 * workflow can be started from the record at any moment, so such a run is terminated and started again.
 */
async function revive(temporal: Temporal, due: readonly string[]): Promise<void> {
  for (const id of new Set(due.flatMap(workflowOf))) {
    const name = id.split('/').length === 3 ? 'obligation' : 'reportingRound';
    await temporal.client.workflow
      .getHandle(id)
      .terminate('stranded')
      .catch(() => {});
    await temporal.start(name, id);
  }
}

const workflowOf = (due: string): string[] =>
  /[\w.-]+\/\d{4}H[12](\/[\w.-]+)?/.exec(due)?.slice(0, 1) ?? [];

let installed = false;

/**
 * One runtime per process: the first world installs it. Quiet, because the SDK's core logs to standard output, where
 * `rehearse --json` prints its result.
 */
export function installQuietRuntime(): void {
  if (installed) return;
  installed = true;
  const filter = makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' });
  const logger = new DefaultLogger('ERROR');
  Runtime.install({ logger, telemetryOptions: { logging: { filter, forward: {} } } });
}
