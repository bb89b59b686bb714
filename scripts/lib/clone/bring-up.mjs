import { randomUUID } from 'node:crypto';
import { Failure } from '../failure.mjs';
import { ownSecret } from '../files.mjs';
import { inData } from '../paths.mjs';
import { answers, choosePorts, preferredPorts } from '../ports.mjs';
import { cloneCluster } from '../postgres/clone.mjs';
import { databaseUrl } from '../postgres/server.mjs';
import { startPostgresService } from '../postgres/service.mjs';
import { createProcessRecords, endLeftovers } from '../processes/records.mjs';
import { mustRun } from '../processes/run.mjs';
import { onHttp, onLogLine, onNamespace, onPorts, startService } from '../processes/service.mjs';
import { say, step } from '../terminal.mjs';
import { services, tasks, temporalDevServer, workerReady } from './programs.mjs';

/**
 * Starts everything in order; each service answers before the next one starts. What was started is
 * put into `started` at once, so that the caller can stop it whatever happens.
 * @param {{ temporalCli: string | undefined, testServer: string | undefined }} programs
 *   no CLI when Temporal runs elsewhere
 * @param {import('../processes/service.mjs').Service[]} started
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, string>>} the environment of the children
 */
export async function bringUp(programs, started, signal) {
  await clearAway();
  const { ports, release } = await choosePorts(preferredPorts, inData('ports.json'));
  const records = createProcessRecords(inData('children.json'));

  /** @param {string} title @param {Omit<import('../processes/service.mjs').ServiceSpec, 'log'>} spec @param {(keyof typeof ports)[]} own */
  const start = async (title, spec, ...own) => {
    await step(title, async ({ outcome }) => {
      await release(...own);
      const log = inData('logs', `${spec.name}.log`);
      started.push(await startService({ ...spec, log }, records, signal));
      if (own.length > 0) outcome(own.map((name) => `:${ports[name]}`).join(' '));
    });
    signal.throwIfAborted();
  };

  try {
    const database = await startDatabase(ports.postgres, () => release('postgres'), started);
    const bounceSecret = ownSecret(inData('bounce-secret'));
    const env = childEnvironment({ ports, database, bounceSecret, ...pick(programs.testServer) });
    const { WEB_URL = '', TEMPORAL_ADDRESS = '' } = env;
    const run = (/** @type {string} */ title, /** @type {string[]} */ command) =>
      step(title, () => mustRun(title, command, { env, signal }));

    await run('数据库结构 Migrations', tasks.migrate);
    // Before the sandbox: the demonstration fills the folder that the sandbox then shows.
    await run('演示 Demonstration', tasks.demonstrate);
    await startTemporal(programs.temporalCli, ports, TEMPORAL_ADDRESS, start);
    await start(
      '邮件短信沙箱 Mail and SMS sandbox',
      {
        name: 'sandbox',
        command: services.sandbox,
        env,
        ready: onPorts(ports.smtp, ports.sandbox),
      },
      'smtp',
      'sandbox',
    );
    const worker = { name: 'worker', command: services.worker, env, graceMs: 20_000 };
    await start('Worker', { ...worker, ready: onLogLine(workerReady) }, 'bounces');
    const web = { name: 'web', command: services.web, env, ready: onHttp(WEB_URL) };
    await start('网页 Web', web, 'web');
    return env;
  } finally {
    await release(.../** @type {(keyof typeof ports)[]} */ (Object.keys(ports)));
  }
}

/** Stops in the reverse of the order of starting. @param {import('../processes/service.mjs').Service[]} started */
export async function takeDown(started) {
  for (const service of started.toReversed()) {
    await step(`停止 Stopping ${service.name}`, () => service.stop());
  }
}

async function clearAway() {
  const left = await endLeftovers(inData('children.json'));
  if (left.length > 0)
    say(`上次留下的进程已结束 Ended what the last run left behind: ${left.join(', ')}`);
}

/**
 * @param {number} port @param {() => Promise<void>} free
 * @param {import('../processes/service.mjs').Service[]} started
 * @returns {Promise<{ url: string, adminUrl?: string }>}
 */
async function startDatabase(port, free, started) {
  const { DATABASE_URL: own } = process.env;
  if (own) return { url: own };
  return await step('Postgres', async ({ outcome }) => {
    const cluster = await cloneCluster(port);
    await free();
    const server = await startPostgresService(cluster);
    started.push(server);
    const { createDatabase } = await import('../postgres/query.mjs');
    await createDatabase(server.url, 'cuibao');
    outcome(`:${server.port}${server.adopted ? ' 沿用正在运行的 adopted' : ''}`);
    return { url: databaseUrl(server.port, cluster.password, 'cuibao'), adminUrl: server.url };
  });
}

/**
 * @param {string | undefined} cli
 * @param {{ temporal: number, temporalUi: number }} ports
 * @param {string} address
 * @param {(title: string, spec: any, ...own: ('temporal' | 'temporalUi')[]) => Promise<void>} start
 */
async function startTemporal(cli, ports, address, start) {
  if (cli === undefined) {
    if (await isOpen(address)) return;
    throw new Failure(`连不上 TEMPORAL_ADDRESS=${address}。Nothing answers there.`, {
      remedy:
        '启动它，或取消 TEMPORAL_ADDRESS 后重试。Start it, or unset TEMPORAL_ADDRESS and try again.',
    });
  }
  const command = temporalDevServer(cli, ports);
  const spec = { name: 'temporal', command, ready: onNamespace(cli, address) };
  await start('Temporal', spec, 'temporal', 'temporalUi');
}

/** @param {string} address host:port */
async function isOpen(address) {
  const { hostname, port } = new URL(`tcp://${address}`);
  return await answers(Number(port), hostname);
}

/** @param {string | undefined} testServer */
const pick = (testServer) => (testServer === undefined ? {} : { testServer });

/**
 * What every program of this clone is told about the others.
 * @param {{
 *   ports: Record<'temporal' | 'temporalUi' | 'smtp' | 'bounces' | 'sandbox' | 'web', number>,
 *   database: { url: string, adminUrl?: string }, bounceSecret: string, testServer?: string,
 * }} running
 * @param {NodeJS.ProcessEnv} [outside] TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE of a server of one's own
 * @returns {Record<string, string>}
 */
function childEnvironment({ ports, database, bounceSecret, testServer }, outside = process.env) {
  const { TEMPORAL_ADDRESS: temporal, TEMPORAL_NAMESPACE: namespace } = outside;
  const sandbox = `http://127.0.0.1:${ports.sandbox}`;
  const web = `http://127.0.0.1:${ports.web}`;
  const receiptsSecret = randomUUID();
  return {
    DATABASE_URL: database.url,
    ...(database.adminUrl ? { DATABASE_ADMIN_URL: database.adminUrl } : {}),
    TEMPORAL_ADDRESS: temporal ?? `127.0.0.1:${ports.temporal}`,
    TEMPORAL_NAMESPACE: namespace ?? 'default',
    ...(temporal ? {} : { TEMPORAL_UI_URL: `http://127.0.0.1:${ports.temporalUi}` }),
    ...(testServer ? { TEMPORAL_TEST_SERVER_PATH: testServer } : {}),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SMS_URL: `${sandbox}/sms`,
    SANDBOX_URL: sandbox,
    SANDBOX_SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SANDBOX_SMTP_PORT: String(ports.smtp),
    SANDBOX_HTTP_PORT: String(ports.sandbox),
    SANDBOX_BOUNCE_PORT: String(ports.bounces),
    BOUNCE_ADDRESS: 'bounce@zhongshan.example',
    BOUNCE_SECRET: bounceSecret,
    BOUNCE_SMTP_PORT: String(ports.bounces),
    SANDBOX_DIR: inData('sandbox'),
    SANDBOX_RECEIPTS_SECRET: receiptsSecret,
    SANDBOX_RECEIPTS_URL: `${web}/delivery-reports/${receiptsSecret}`,
    WEB_PORT: String(ports.web),
    WEB_URL: web,
  };
}

/** The addresses a person opens. @param {Record<string, string>} environment @returns {Record<string, string>} */
export function forPeople({ WEB_URL, SANDBOX_URL, TEMPORAL_UI_URL, TEMPORAL_ADDRESS }) {
  return {
    '总览 Board': WEB_URL ?? '',
    '邮件和短信 Mails and SMS': SANDBOX_URL ?? '',
    Temporal: TEMPORAL_UI_URL ?? TEMPORAL_ADDRESS ?? '',
  };
}
