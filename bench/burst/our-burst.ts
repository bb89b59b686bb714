/** The product: a round is opened, then a reminder falls due for all its obligations at one instant. */

import type { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { toPlan } from '../../domain/time/plan-time.ts';
import { type Instant, instant, plus } from '../../domain/time/time.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { shippedPlan } from '../../rehearsal/shipped-plan.ts';
import { recorder } from '../../rehearsal/world/recorder.ts';
import { createThrowaway } from '../../rehearsal/world/throwaway-database.ts';
import type { Pool } from '../../store/db/pool.ts';
import { rulesOf } from '../../store/read/plans.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { createWorkers } from '../../worker/run.ts';
import { connectTemporal, type Temporal } from '../../worker/temporal.ts';
import { planOfManyUnits, ROUND, reminderOf, YEAR } from '../many-units.ts';
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

const TASK_QUEUE = 'ours';

/** The end is read from the record when all is over; counting every few milliseconds would be measured too. */
const ASK_EVERY_MS = 250;

export async function ourBurst(input: BurstInput): Promise<BurstRun> {
  const plan = planOfManyUnits(shippedPlan, input.units);
  const calendar = shippedCalendar();
  const reminder = reminderOf(rulesOf(plan, calendar));
  const database = await createThrowaway(input.adminUrl);
  const temporal = connectTemporal({
    address: input.address,
    namespace: 'default',
    taskQueue: TASK_QUEUE,
  });
  const connection = await NativeConnection.connect({ address: input.address });
  try {
    const { pool } = database;
    await importPlan(pool, plan, calendar, plus(reminder, -leadMs(input.units)));
    await startYear(pool, plus(reminder, -leadMs(input.units)));
    // From here the clock runs towards the reminder.
    const offset = reminder - leadMs(input.units) - Date.now();
    const outside = recorder();
    const workers = await createWorkers({
      connection,
      namespace: 'default',
      taskQueue: TASK_QUEUE,
      workflowBundle: input.workflowBundle,
      deps: {
        pool,
        mail: outside.mail,
        sms: outside.sms,
        robot: null,
        now: async () => toPlan(Date.now(), offset),
        offset,
        demonstration: false,
        isConfirmed: () => true,
        webUrl: () => undefined,
        start: temporal.start,
        tellChanged: temporal.tellChanged,
      },
    });
    return await withRunning(workers, async () => {
      const openingMs = await opening(pool, temporal, input.units);
      if (toPlan(Date.now(), offset) > reminder) throw tooBusy();
      const burstMs = await burst(pool, input.units, reminder);
      // The last part of a message's `attempt` is the number of its activity's attempt.
      const lost = await count(
        pool,
        `select count(*) as n from message where attempt not like '%#1'`,
      );
      return { openingMs, burstMs, lost };
    });
  } finally {
    await temporal.close();
    await connection.close();
    await database.drop();
  }
}

async function startYear(pool: Pool, receivedAt: Instant): Promise<void> {
  const outcome = await applyCommand(pool, {
    id: 'start',
    actor: { kind: 'administrator', name: '管理员' },
    receivedAt,
    year: YEAR,
    act: { kind: 'start-year' },
  });
  if (!outcome.ok) throw new Error(outcome.message);
}

async function opening(pool: Pool, temporal: Temporal, units: number): Promise<number> {
  const began = Date.now();
  await temporal.start('reportingRound', ROUND);
  const looked = `select id from obligation where looks > 0`;
  let ids: string[] = [];
  await until(
    'every obligation has been looked at',
    async () => {
      ids = (await pool.query<{ id: string }>(looked)).rows.map(({ id }) => id);
      return ids.length === units;
    },
    patienceMs(units),
    ASK_EVERY_MS,
  );
  return (await lastFirstTask(temporal.client, ids, patienceMs(units))) - began;
}

async function burst(pool: Pool, units: number, reminder: Instant): Promise<number> {
  const sent = `select count(*) as n from message where state = 'sent'`;
  const wanted = units * MESSAGES_PER_UNIT;
  await until(
    'every message is sent',
    async () => (await count(pool, sent)) === wanted,
    leadMs(units) + patienceMs(units),
    ASK_EVERY_MS,
  );
  const { rows } = await pool.query<{ last: Instant }>(
    `select max(settled_at) as last from message`,
  );
  return (rows[0]?.last ?? instant(0)) - reminder;
}

async function count(pool: Pool, statement: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(statement);
  return rows[0]?.n ?? 0;
}

/** When workflows began to wait, read afterwards from the server's history. */
const AT_ONCE = 20;

/** @returns epoch ms of the last of their first workflow tasks */
async function lastFirstTask(
  client: Client,
  ids: readonly string[],
  patienceMs: number,
): Promise<number> {
  let last = 0;
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const ends = await Promise.all(some.map((id) => firstTask(client, id, patienceMs)));
    last = Math.max(last, ...ends);
  }
  return last;
}

async function firstTask(client: Client, id: string, patienceMs: number): Promise<number> {
  let endedAt: number | null = null;
  await until(
    `${id} waits`,
    async () => {
      endedAt = await endOfFirstTask(client, id);
      return endedAt !== null;
    },
    patienceMs,
  );
  return endedAt ?? Number.NaN;
}

async function endOfFirstTask(client: Client, id: string): Promise<number | null> {
  // Not started yet: asked again.
  const history = await client.workflow
    .getHandle(id)
    .fetchHistory()
    .catch(() => null);
  const ended = history?.events?.find((event) => event.workflowTaskCompletedEventAttributes);
  if (!ended?.eventTime) return null;
  const { seconds, nanos } = ended.eventTime;
  return Number(seconds ?? 0) * 1000 + (nanos ?? 0) / 1e6;
}
