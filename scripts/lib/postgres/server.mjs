import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { lastLines, readText } from '../files.mjs';
import { identify, isRunning } from '../processes/identity.mjs';
import { run } from '../processes/run.mjs';
import { identity } from './account.mjs';

/**
 * @typedef {{
 *   dataFolder: string, password: string, port: number, settings: Record<string, string | number>,
 *   account: import('./account.mjs').Account | undefined,
 *   programs: { initdb: string, pgCtl: string },
 * }} Cluster
 * @typedef {{ url: string, port: number, process: import('../processes/identity.mjs').Identity, adopted: boolean }} Server
 */

const ROLE = 'cuibao';
const START_ATTEMPTS = 20;

/** Where a database of this server is reached. @param {number} port @param {string} password @param {string} [database] */
export const databaseUrl = (port, password, database = 'postgres') =>
  `postgres://${ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/**
 * Makes sure a server of this data folder runs, and proves it by connecting: creates the cluster,
 * adopts a running server (then `port` is the one it has), or starts one, also after a kill -9 of
 * the last.
 * @param {Cluster} cluster
 * @returns {Promise<Server>}
 */
export async function ensureServer(cluster) {
  if (!existsSync(path.join(cluster.dataFolder, 'PG_VERSION'))) await createCluster(cluster, ROLE);
  const log = path.join(cluster.dataFolder, 'server.log');
  let complaint = '';
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const server = await answering(cluster);
    if (server !== undefined) return { ...server, adopted: attempt === 0 };
    await clearForeignPid(cluster.dataFolder);
    complaint = await start(cluster, log);
    // After a kill -9 the server's other processes take a moment to notice and to let go of its
    // shared memory; until then a new server refuses to start.
    if (complaint) await sleep(250);
  }
  throw new Failure('Postgres 没有启动成功。Postgres did not start.', {
    tried: [`pg_ctl start -D ${cluster.dataFolder} (port ${cluster.port}): ${complaint}`],
    log: lastLines(log),
    remedy:
      '看上面的日志；也可以设置 DATABASE_URL 用自己的 Postgres。See the log above; or set DATABASE_URL to a Postgres of your own.',
  });
}

/**
 * Stops the server of a data folder: politely (open transactions are rolled back), then by force.
 * @param {Pick<Cluster, 'dataFolder' | 'account' | 'programs'>} cluster
 */
export async function stopServer({ dataFolder, account, programs }) {
  const { pid } = pidFile(dataFolder) ?? {};
  const running = pid === undefined ? undefined : identify(pid);
  if (running === undefined || !isPostgres(await commandOf(running.pid))) return;
  for (const mode of ['fast', 'immediate']) {
    const args = ['-D', dataFolder, '-m', mode, '-w', '-t', '20', 'stop'];
    await run(programs.pgCtl, args, { ...identity(account), cwd: '/' });
    if (!isRunning(running)) return;
  }
  process.kill(running.pid, 'SIGKILL');
}

/** The server that runs on the data folder and lets us in. @param {Cluster} cluster @returns {Promise<Omit<Server, 'adopted'> | undefined>} */
async function answering({ dataFolder, password }) {
  const found = pidFile(dataFolder);
  const process = found === undefined ? undefined : identify(found.pid);
  if (found === undefined || process === undefined) return undefined;
  const url = databaseUrl(found.port, password);
  if (!(await serves(url, dataFolder))) return undefined;
  return { url, port: found.port, process };
}

/** @param {string} url @param {string} dataFolder */
async function serves(url, dataFolder) {
  // Loaded late: it needs the installed dependencies.
  const { query } = await import('./query.mjs');
  try {
    const [{ folder } = {}] = await query(url, "select current_setting('data_directory') folder");
    return realpathSync(String(folder)) === realpathSync(dataFolder);
  } catch {
    return false;
  }
}

/** @param {Cluster} cluster @param {string} log @returns {Promise<string>} why it did not start; empty when it did */
async function start({ dataFolder, port, settings, account, programs }, log) {
  const all = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const options = Object.entries(all)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const args = ['-D', dataFolder, '-w', '-t', '60', '-l', log, '-o', options, 'start'];
  // The working folder must be one that the account can enter. Standard output goes nowhere: the
  // server would inherit a pipe and keep it open for ever.
  const stdio = /** @type {const} */ (['ignore', 'ignore', 'ignore']);
  const { code, err } = await run(programs.pgCtl, args, {
    ...identity(account),
    cwd: '/',
    stdio: [...stdio],
  });
  return code === 0 ? '' : err || `exit ${code}`;
}

/**
 * Removes a pid file whose process has ended as a zombie, or whose number a stranger has now. Any
 * other stale file the server itself recognises.
 * @param {string} dataFolder
 */
async function clearForeignPid(dataFolder) {
  const found = pidFile(dataFolder);
  if (found === undefined) return;
  if (identify(found.pid) !== undefined && isPostgres(await commandOf(found.pid))) return;
  rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true });
}

/** Lines of postmaster.pid: pid, data folder, start, port, … @param {string} dataFolder */
function pidFile(dataFolder) {
  const lines = readText(path.join(dataFolder, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  return pid > 0 ? { pid, port: Number(lines?.[3]) } : undefined;
}

/** @param {number} pid */
async function commandOf(pid) {
  const fromProc = readText(`/proc/${pid}/comm`);
  return fromProc ?? (await run('ps', ['-o', 'comm=', '-p', String(pid)])).out;
}

/** @param {string} command */
const isPostgres = (command) => path.basename(command.trim()).startsWith('postgres');

/**
 * Creates the data folder of a new server. It appears under its name only when it is complete, so
 * an interrupted creation leaves nothing that looks like data.
 * @param {import('./server.mjs').Cluster} cluster
 * @param {string} role the one role, owner of everything
 */
async function createCluster({ dataFolder, password, account, programs, settings }, role) {
  const { fsync } = settings;
  const form = fsync === 'off' ? [...FORM, '--no-sync'] : FORM;
  const draft = `${dataFolder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  give(account, draft);
  const secret = secretFile(password, account);
  try {
    const args = ['-D', draft, '-U', role, `--pwfile=${secret}`, '--auth=scram-sha-256'];
    const { code, out, err } = await run(programs.initdb, [...args, ...form], {
      ...identity(account),
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (code !== 0) throw refusal(dataFolder, `${out}${err}`);
    renameSync(draft, dataFolder);
  } finally {
    rmSync(path.dirname(secret), { recursive: true, force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

const FORM = ['--encoding=UTF8', '--locale=C', '--data-checksums'];

/** @param {string} password @param {import('./account.mjs').Account | undefined} account */
function secretFile(password, account) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-'));
  const file = path.join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  give(account, folder);
  give(account, file);
  return file;
}

/** @param {import('./account.mjs').Account | undefined} account @param {string} place */
function give(account, place) {
  if (account !== undefined) chownSync(place, account.uid, account.gid);
}

/** @param {string} dataFolder @param {string} log */
const refusal = (dataFolder, log) =>
  new Failure(`无法建立数据库文件夹 ${dataFolder}。The database folder could not be created.`, {
    tried: [`initdb -D ${dataFolder}`],
    log: log.trim().split('\n').slice(-20).join('\n'),
    remedy:
      '看上面的输出；也可以设置 DATABASE_URL 用自己的 Postgres。See above; or set DATABASE_URL to a Postgres of your own.',
  });
