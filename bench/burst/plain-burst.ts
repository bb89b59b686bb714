/**
 * The engine's plain limit: as many workflows, timers and activities on the same workers, with nothing done in them.
 */
import { activityInfo } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { workersOf } from '../../worker/run.ts';
import { queues } from '../../workflows/messages.ts';
import { until } from '../until.ts';
import {
  type BurstInput,
  type BurstRun,
  leadMs,
  MESSAGES_PER_UNIT,
  patienceMs,
  tooBusy,
  withRunning,
} from './burst-run.ts';
import type { PlainActivities, PlainInput } from './plain-workflows.ts';

const TASK_QUEUE = 'plain';
const STARTS_AT_ONCE = 50;

export async function plainBurst(input: BurstInput): Promise<BurstRun> {
  const { units, address } = input;
  const done = { looks: 0, sends: 0, lastAt: 0, lost: 0 };
  const connection = await NativeConnection.connect({ address });
  const client = new Client({ connection: await Connection.connect({ address }) });
  try {
    const workers = await workersOf(activitiesCountedIn(done), {
      connection,
      namespace: 'default',
      taskQueue: TASK_QUEUE,
      workflowBundle: input.workflowBundle,
    });
    return await withRunning(workers, async () => {
      const firesAt = Date.now() + leadMs(units);
      const began = performance.now();
      await startAll(client, units, firesAt);
      await until('every workflow has looked', () => done.looks === units, patienceMs(units));
      const openingMs = performance.now() - began;
      if (Date.now() > firesAt) throw tooBusy();
      const wanted = units * MESSAGES_PER_UNIT;
      await until(
        'every activity is done',
        () => done.sends === wanted,
        leadMs(units) + patienceMs(units),
      );
      return { openingMs, burstMs: done.lastAt - firesAt, lost: done.lost };
    });
  } finally {
    await client.connection.close();
    await connection.close();
  }
}

type Done = { looks: number; sends: number; lastAt: number; lost: number };

const activitiesCountedIn = (done: Done): PlainActivities => ({
  async look() {
    done.looks += 1;
    if (activityInfo().attempt > 1) done.lost += 1;
  },
  async send() {
    done.sends += 1;
    done.lastAt = Date.now();
    if (activityInfo().attempt > 1) done.lost += 1;
  },
});

async function startAll(client: Client, units: number, firesAt: number): Promise<void> {
  const { email, sms } = queues(TASK_QUEUE);
  const input: PlainInput = { until: firesAt, taskQueues: [email, sms] };
  let next = 0;
  const starter = async () => {
    while (next < units) {
      const workflowId = `plain-${next}`;
      next += 1;
      await client.workflow.start('plain', { workflowId, taskQueue: TASK_QUEUE, args: [input] });
    }
  };
  await Promise.all(Array.from({ length: STARTS_AT_ONCE }, starter));
}
