/** The worker's composition root: settings in, pool, gateways and activities made, workers and relay run. */
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { connectTemporal } from '../client/temporal.ts';
import { readConfig } from '../config.ts';
import { toPlan } from '../domain/plan-time.ts';
import { openChannels } from '../gateways/channels.ts';
import { channelsInput } from '../gateways/channels-input.ts';
import { readPlan } from '../store/plans.ts';
import { connect } from '../store/pool.ts';
import { readSettings } from '../store/settings.ts';
import { ensureRunning } from './ensure-running.ts';
import { startHealth } from './health.ts';
import { startRelay } from './relay.ts';
import { createWorkers, runAll } from './run.ts';

const config = readConfig(process.env);
Runtime.install({ logger: new DefaultLogger('WARN') });

// One connection for each activity that may run at once (worker/run.ts), and some for the relay.
const pool = connect(config.DATABASE_URL, 55);
const settings = await readSettings(pool);
const { plan } = await readPlan(pool, config.PLAN);
const temporal = connectTemporal({
  address: config.TEMPORAL_ADDRESS,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
});
const channels = openChannels(channelsInput(config, plan.bureau.name));
const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const workers = await createWorkers({
  connection,
  namespace: config.TEMPORAL_NAMESPACE,
  taskQueue: config.TASK_QUEUE,
  deps: {
    pool,
    mail: channels.mail,
    sms: channels.sms,
    now: async () => toPlan(Date.now(), settings.offsetMs),
    offset: settings.offsetMs,
    demonstration: settings.demonstration,
    webUrl: config.WEB_URL,
    start: temporal.start,
    tellChanged: temporal.tellChanged,
  },
});
const relay = startRelay({ databaseUrl: config.DATABASE_URL, db: pool, temporal }, (error) => {
  console.error(`relay: ${error instanceof Error ? error.message : String(error)}; trying again`);
});
const health = await startHealth(pool, config.HEALTH_PORT, () =>
  workers.every((worker) => worker.getState() === 'RUNNING'),
);
await ensureRunning(pool, temporal);
console.log(`cuibao worker ready: ${config.TASK_QUEUE}, channels ${channels.reach}`);
try {
  await runAll(workers);
} finally {
  await relay.stop();
  await health.close();
  await channels.mail.close();
  await temporal.close();
  await connection.close();
  await pool.end();
}
