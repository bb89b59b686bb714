/** The machine that was measured: figures of different machines cannot be compared. */
import os from 'node:os';
import workerPackage from '@temporalio/worker/package.json' with { type: 'json' };
import pg from 'pg';
import { temporalCli, temporalTestServer } from '../scripts/lib/setup/temporal.mjs';
import { settingOf } from './options.ts';
import { outputOf } from './program.ts';

export type Machine = Readonly<Record<string, string>>;

export async function describeMachine(): Promise<Machine> {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: String(os.availableParallelism()),
    memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    load: os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
    node: process.version,
    'temporal sdk': workerPackage.version,
    'temporal dev server': await devServerVersion(),
    'temporal test server': temporalTestServer.version,
    ...(await postgres()),
  };
}

async function devServerVersion(): Promise<string> {
  const said = await outputOf([settingOf('TEMPORAL_CLI_PATH'), '--version']);
  return said.trim() || temporalCli.version;
}

async function postgres(): Promise<Machine> {
  const client = new pg.Client({ connectionString: settingOf('DATABASE_ADMIN_URL') });
  await client.connect();
  try {
    const { rows } = await client.query<{ postgres: string; fsync: string }>(
      `select current_setting('server_version') as postgres, current_setting('fsync') as fsync`,
    );
    return { postgres: rows[0]?.postgres ?? '', 'postgres fsync': rows[0]?.fsync ?? '' };
  } finally {
    await client.end();
  }
}
