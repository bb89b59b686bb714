import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ownSecret, readText, writeWhole } from '../files.mjs';
import { inData, root } from '../paths.mjs';
import { openFolder, reaches, serverAccount, shortName } from './account.mjs';
import { postgresPrograms } from './binaries.mjs';
import { stopServer } from './server.mjs';

const settings = { timezone: 'UTC', log_timezone: 'UTC' };
const locationFile = () => inData('postgres-location');

/**
 * The cluster of this clone: data under `.cuibao/postgres`, or, when root runs the server as a user
 * who cannot get there, in a folder outside that `.cuibao/postgres-location` names.
 * @param {number} port
 * @returns {Promise<import('./server.mjs').Cluster>}
 */
export async function cloneCluster(port) {
  const dataFolder = whereDataIs();
  const account = serverAccount(dataFolder);
  return {
    dataFolder,
    port,
    account,
    settings,
    password: ownSecret(inData('postgres-password')),
    programs: await postgresPrograms(account),
  };
}

/** Stops a server that still runs on this clone's data. */
export async function stopCloneServer() {
  const dataFolder = knownDataFolder();
  if (dataFolder === undefined) return;
  const account = serverAccount(dataFolder);
  await stopServer({ dataFolder, account, programs: await postgresPrograms(account) });
}

/** Removes the data folder, also one outside the checkout. */
export function removeCloneData() {
  const dataFolder = knownDataFolder();
  if (dataFolder !== undefined) rmSync(dataFolder, { recursive: true, force: true });
}

function knownDataFolder() {
  return [inData('postgres'), recorded()].find(
    (folder) => folder !== undefined && existsSync(folder),
  );
}

function whereDataIs() {
  const inside = inData('postgres');
  mkdirSync(inData(), { recursive: true });
  const account = serverAccount(existsSync(inside) ? inside : undefined);
  if (account === undefined || reaches(account, inData())) return inside;
  const outside = recorded() ?? path.join(openFolder(account), `data-${shortName(root)}`);
  writeWhole(locationFile(), `${outside}\n`);
  return outside;
}

/** The folder recorded for this clone. A copied checkout finds the original's: not its own. */
function recorded() {
  const folder = readText(locationFile())?.trim();
  return folder !== undefined && path.basename(folder) === `data-${shortName(root)}`
    ? folder
    : undefined;
}
