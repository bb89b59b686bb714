/** A whole installation in real processes in one folder: Postgres, Temporal, sandbox, worker. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Plan } from '../../domain/plan/plan.ts';
import { toPlan } from '../../domain/time/plan-time.ts';
import { type Instant, type Now, timeOfDay } from '../../domain/time/time.ts';
import { services, temporalDevServer, workerReady } from '../../scripts/lib/clone/programs.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { createProcessRecords } from '../../scripts/lib/processes/records.mjs';
import { onLogLine, onNamespace, onPorts } from '../../scripts/lib/processes/service.mjs';
import { migrate } from '../../store/db/migrate.ts';
import { connect, type Pool } from '../../store/db/pool.ts';
import { type Rules, rulesOf } from '../../store/read/plans.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { writeSettings } from '../../store/write/settings.ts';
import type { VictimName } from './blows.ts';
import { startChild, type Victim } from './child.ts';
import { DUE_ON, everyDayWorked, OPENS_AT, YEAR } from './compressed-plan.ts';
import { startDurablePostgres } from './durable-postgres.ts';
import { callWitness } from './witness.ts';

/** The worker needs some seconds to start; the round opens after that. */
const LEAD_MS = 10_000;

export type Installation = {
  readonly pool: Pool;
  readonly rules: Rules;
  readonly now: Now;
  /** Host time at which the round opens, epoch ms. */
  readonly opensAt: number;
  readonly victims: Readonly<Record<VictimName, Victim>>;
  readonly sandboxUrl: string;
};

/** @param started what has to be stopped in the end, in order of starting; filled while starting */
export async function install(
  at: { readonly folder: string; readonly temporalCli: string; readonly plan: Plan },
  started: { stop(): Promise<void> }[],
  signal: AbortSignal,
): Promise<Installation> {
  const records = createProcessRecords(path.join(at.folder, 'children.json'));
  const keep = <T extends { stop(): Promise<void> }>(one: T): T => {
    started.push(one);
    return one;
  };
  const start = (name: string, spec: Omit<Parameters<typeof startChild>[0], 'name' | 'log'>) =>
    keep(startChild({ name, log: path.join(at.folder, `${name}.log`), ...spec }, records, signal));

  const postgres = keep(await startDurablePostgres(at.folder));
  const pool = connect(postgres.url, 30);
  keep({ stop: () => pool.end() });
  await migrate(postgres.url);
  const rules = rulesOf(at.plan, everyDayWorked());
  const opens = rules.zone.at(DUE_ON, timeOfDay(OPENS_AT));
  await importPlan(pool, at.plan, rules.calendar, opens);
  await callWitness(pool);

  const ports = { temporal: await freePort(), temporalUi: await freePort() };
  const [smtp, http] = [await freePort(), await freePort()];
  const address = `127.0.0.1:${ports.temporal}`;
  const sandboxUrl = `http://127.0.0.1:${http}`;
  const temporal = start('temporal', {
    command: temporalDevServer(at.temporalCli, ports, path.join(at.folder, 'temporal.db')),
    ready: onNamespace(at.temporalCli, address),
  });
  const sandbox = start('sandbox', {
    command: services.sandbox,
    env: {
      SANDBOX_DIR: path.join(at.folder, 'sandbox'),
      SANDBOX_SMTP_PORT: String(smtp),
      SANDBOX_HTTP_PORT: String(http),
    },
    ready: onPorts(smtp, http),
  });
  await Promise.all([temporal.ready(), sandbox.ready()]);

  const opensAt = Date.now() + LEAD_MS;
  const offsetMs = opens - opensAt;
  const now: Now = async () => toPlan(Date.now(), offsetMs);
  await writeSettings(pool, { offsetMs, demonstration: false });
  await startYear(pool, at.plan.id, await now());
  const worker = start('worker', {
    command: services.worker,
    env: {
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: 'default',
      PLAN: at.plan.id,
      SMTP_URL: `smtp://127.0.0.1:${smtp}`,
      SMS_URL: `${sandboxUrl}/sms`,
      SMS_GATEWAY: '',
      SANDBOX_URL: sandboxUrl,
      SANDBOX_SMTP_URL: `smtp://127.0.0.1:${smtp}`,
      EVERYTHING_TO: '',
      HEALTH_PORT: '',
    },
    ready: onLogLine(workerReady),
  });
  await worker.ready();
  return { pool, rules, now, opensAt, victims: { worker, temporal, postgres }, sandboxUrl };
}

async function startYear(pool: Pool, plan: string, receivedAt: Instant): Promise<void> {
  const outcome = await applyCommand(pool, {
    id: randomUUID(),
    actor: { kind: 'administrator', name: '管理员' },
    receivedAt,
    year: `${plan}/${YEAR}`,
    act: { kind: 'start-year' },
  });
  if (!outcome.ok) throw new Error(outcome.message);
}
