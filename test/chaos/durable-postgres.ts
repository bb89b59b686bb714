/** A Postgres server that keeps what it has committed: fsync is on, and its postmaster can be killed. */
import { randomBytes } from 'node:crypto';
import { chownSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../scripts/lib/ports.mjs';
import { serverAccount } from '../../scripts/lib/postgres/account.mjs';
import { postgresPrograms } from '../../scripts/lib/postgres/binaries.mjs';
import { createDatabase } from '../../scripts/lib/postgres/query.mjs';
import { databaseUrl, ensureServer, stopServer } from '../../scripts/lib/postgres/server.mjs';
import type { Victim } from './child.ts';

const NAME = 'cuibao';
const dataIn = (folder: string): string => path.join(folder, 'data');

/** @returns the server as a process that can be killed, and the URL of an empty database on it */
export async function startDurablePostgres(folder: string): Promise<Victim & { url: string }> {
  const account = serverAccount();
  if (account) chownSync(folder, account.uid, account.gid);
  const cluster = {
    dataFolder: dataIn(folder),
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    settings: {
      timezone: 'UTC',
      log_timezone: 'UTC',
      max_connections: 100,
      // Commit timestamps tell the order of a claim and a command afterwards (witness.ts).
      track_commit_timestamp: 'on',
    },
    account,
    programs: await postgresPrograms(account),
  };
  let server = await ensureServer(cluster);
  await createDatabase(server.url, NAME);
  return {
    url: databaseUrl(cluster.port, cluster.password, NAME),
    ready: async () => {},
    async kill() {
      process.kill(server.process.pid, 'SIGKILL');
    },
    async start() {
      server = await ensureServer(cluster);
    },
    stop: () => stopServer(cluster),
  };
}

/** Ends a server left behind by a run that was killed. */
export async function stopLeftPostgres(folder: string): Promise<void> {
  const account = serverAccount(dataIn(folder));
  await stopServer({
    dataFolder: dataIn(folder),
    account,
    programs: await postgresPrograms(account),
  });
}
