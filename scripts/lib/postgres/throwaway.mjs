import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJson } from '../files.mjs';
import { freePort } from '../ports.mjs';
import { isRunning, self } from '../processes/identity.mjs';
import { serverAccount } from './account.mjs';
import { postgresPrograms } from './binaries.mjs';
import { ensureServer, stopServer } from './server.mjs';

const PREFIX = 'cuibao-throwaway-';

/** Speed over safety: what such a server holds is worth nothing after the run. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: 300,
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * Starts a Postgres server with data in a temporary folder, for one run of tests or a rehearsal.
 * @returns {Promise<{ adminUrl: string, stop: () => Promise<void> }>} the URL of its `postgres`
 *   database; `stop` ends the server and removes the folder
 */
export async function startThrowawayPostgres() {
  const account = serverAccount();
  const programs = await postgresPrograms(account);
  await sweep(programs);
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  writeFileSync(path.join(folder, 'owner.json'), JSON.stringify(self()));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const cluster = {
    dataFolder: path.join(folder, 'data'),
    port: await freePort(),
    password: randomBytes(12).toString('hex'),
    settings,
    account,
    programs,
  };
  const stop = async () => {
    await stopServer(cluster);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { url } = await ensureServer(cluster);
    return { adminUrl: url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Ends the servers of runs that were killed before they could.
 * @param {{ initdb: string, pgCtl: string }} programs
 */
async function sweep(programs) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const owner = readJson(path.join(folder, 'owner.json'));
    if (owner === undefined || isRunning(owner)) continue;
    const dataFolder = path.join(folder, 'data');
    await stopServer({ dataFolder, account: serverAccount(dataFolder), programs });
    rmSync(folder, { recursive: true, force: true });
  }
}
