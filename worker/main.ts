/** The worker's composition root: reads settings, makes pool, gateways and activities, runs workers and sweeps. */
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import type { Deps } from '../activities/deps.ts';
import { createBringNews } from '../activities/obligation/bring-news.ts';
import { applyReceipts } from '../activities/receipts/apply-receipts.ts';
import { pollReceipts } from '../activities/receipts/poll-receipts.ts';
import { readConfig } from '../config.ts';
import { toPlan } from '../domain/time/plan-time.ts';
import { channelsInput, openChannels } from '../gateways/channels.ts';
import { connect } from '../store/db/pool.ts';
import { readSettings } from '../store/read/installation.ts';
import { planIds, readPlan } from '../store/read/plans.ts';
import { RECEIPT_CHANNEL } from '../store/write/receipts.ts';
import { openBounces } from './bounces.ts';
import { ensureRunning } from './ensure-running.ts';
import { startHealth } from './health.ts';
import { startRelay } from './relay.ts';
import { createWorkers, runAll } from './run.ts';
import { startSweep } from './sweep.ts';
import { connectTemporal } from './temporal.ts';

/** A receipt whose message is being settled waits for the next sweep: settling sends no notification. */
const RECEIPT_SWEEP_MS = 5_000;

/** Asking providers about SMS that have no receipt yet. */
const ASK_EVERY_MS = 60_000;

const config = readConfig(process.env);
Runtime.install({ logger: new DefaultLogger('WARN') });

// One connection for each activity that may run at once (worker/run.ts), and some for the sweeps.
const pool = connect(config.DATABASE_URL, 55);
const settings = await readSettings(pool);
const { plan } = await readPlan(pool, config.PLAN);
const temporal = connectTemporal({
  address: config.TEMPORAL_ADDRESS,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
});
const now = async () => toPlan(Date.now(), settings.offsetMs);
const channels = openChannels(channelsInput(config, plan.bureau.name));
const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const deps: Deps = {
  pool,
  mail: channels.mail,
  sms: channels.sms,
  robot: channels.robot,
  isConfirmed: channels.isConfirmed,
  now,
  offset: settings.offsetMs,
  demonstration: settings.demonstration,
  // Other plans have pages elsewhere.
  webUrl: (plan) => (plan === config.PLAN ? config.WEB_URL : undefined),
  start: temporal.start,
  tellChanged: temporal.tellChanged,
};
const workers = await createWorkers({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
  deps,
});
const troubleWith = (what: string) => (error: unknown) =>
  console.error(`${what}: ${error instanceof Error ? error.message : String(error)}; trying again`);
const relay = startRelay(
  {
    databaseUrl: config.DATABASE_URL,
    db: pool,
    temporal: { start: temporal.start, tellChanged: createBringNews(deps) },
  },
  troubleWith('relay'),
);
const receipts = startSweep(
  { databaseUrl: config.DATABASE_URL, channel: RECEIPT_CHANNEL, everyMs: RECEIPT_SWEEP_MS },
  () => applyReceipts(deps),
  troubleWith('receipts'),
);
const asking = startSweep(
  { databaseUrl: config.DATABASE_URL, channel: null, everyMs: ASK_EVERY_MS },
  () => pollReceipts(deps),
  troubleWith('asking for receipts'),
);
const health = await startHealth(pool, config.HEALTH_PORT, () =>
  workers.every((worker) => worker.getState() === 'RUNNING'),
);
const bounces = await openBounces(pool, now, config);
await ensureRunning(pool, temporal);
for (const id of await planIds(pool)) {
  if (!channels.isConfirmed(id))
    console.error(`plan ${id}: not confirmed for real messages, none are sent`);
}
console.log(`cuibao worker ready: ${config.TASK_QUEUE}, channels ${channels.reach}`);
try {
  await runAll(workers);
} finally {
  await bounces.close();
  await relay.stop();
  await receipts.stop();
  await asking.stop();
  await health.close();
  await channels.mail.close();
  await temporal.close();
  await connection.close();
  await pool.end();
}
