import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../scripts/lib/ports.mjs';
import { identity, serverAccount } from '../../scripts/lib/postgres/account.mjs';
import { postgresPrograms } from '../../scripts/lib/postgres/binaries.mjs';
import { createDatabase, query } from '../../scripts/lib/postgres/query.mjs';
import { type Cluster, ensureServer, stopServer } from '../../scripts/lib/postgres/server.mjs';
import { startThrowawayPostgres } from '../../scripts/lib/postgres/throwaway.mjs';

let folder: string;
let cluster: Cluster;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cuibao-test-'));
  const account = serverAccount();
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  cluster = {
    dataFolder: path.join(folder, 'data'),
    password: 'p@ss:w/rd',
    port: await freePort(),
    settings: {},
    account,
    programs: await postgresPrograms(account),
  };
});

afterAll(async () => {
  await stopServer(cluster);
  rmSync(folder, { recursive: true, force: true });
});

it('creates a server, starts it, and lets in with the password only', async () => {
  const server = await ensureServer(cluster);
  expect(server).toMatchObject({ port: cluster.port, adopted: false });
  await createDatabase(server.url, 'cuibao');
  await createDatabase(server.url, 'cuibao');
  const wrong = Object.assign(new URL(server.url), { password: 'guess' });
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password');
});

it('listens on the loopback address and on no socket file', async () => {
  const { url } = await ensureServer(cluster);
  const sql = `select current_setting('listen_addresses') as host,
                      current_setting('unix_socket_directories') as sockets`;
  expect(await query(url, sql)).toEqual([{ host: '127.0.0.1', sockets: '' }]);
});

it('adopts a server that runs on the same data, with its port', async () => {
  const before = await ensureServer(cluster);
  const after = await ensureServer({ ...cluster, port: await freePort() });
  expect(after).toEqual({ ...before, adopted: true });
});

it('recovers from a kill -9 with everything that was committed', async () => {
  const { url, process: server } = await ensureServer(cluster);
  await query(url, 'create table report (unit text)');
  await query(url, `insert into report values ('古镇镇')`);
  process.kill(server.pid, 'SIGKILL');
  const again = await ensureServer(cluster);
  expect(again.process.pid).not.toBe(server.pid);
  expect(await query(again.url, 'select unit from report')).toEqual([{ unit: '古镇镇' }]);
});

it('starts although the pid file names another process of the same user', async () => {
  await ensureServer(cluster);
  await stopServer(cluster);
  const stranger = spawn('sleep', ['60'], identity(cluster.account));
  onTestFinished(() => void stranger.kill());
  const pidFile = path.join(cluster.dataFolder, 'postmaster.pid');
  const lines = [stranger.pid, cluster.dataFolder, 1, cluster.port, '', '127.0.0.1', ''];
  expect(existsSync(pidFile)).toBe(false);
  writeFileSync(pidFile, lines.join('\n'));
  expect(await ensureServer(cluster)).toMatchObject({ port: cluster.port, adopted: false });
});

it('leaves no data folder when the creation fails', async () => {
  const dataFolder = path.join(folder, 'never');
  const programs = { ...cluster.programs, initdb: '/bin/false' };
  await expect(ensureServer({ ...cluster, dataFolder, programs })).rejects.toThrow(dataFolder);
  expect(existsSync(dataFolder)).toBe(false);
});

it('removes a server for tests together with its data', async () => {
  const { adminUrl, stop } = await startThrowawayPostgres();
  const place = await dataFolderOf(adminUrl);
  expect(existsSync(place)).toBe(true);
  await stop();
  expect(existsSync(path.dirname(place))).toBe(false);
  await expect(query(adminUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

it('sweeps up after a run that was killed', async () => {
  const left = await startThrowawayPostgres();
  const place = path.dirname(await dataFolderOf(left.adminUrl));
  writeFileSync(path.join(place, 'owner.json'), JSON.stringify({ pid: process.pid, started: 'x' }));
  const next = await startThrowawayPostgres();
  await next.stop();
  expect(existsSync(place)).toBe(false);
  await expect(query(left.adminUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

async function dataFolderOf(adminUrl: string): Promise<string> {
  const sql = `select current_setting('data_directory') as place`;
  const [{ place } = {}] = await query(adminUrl, sql);
  return String(place);
}
