import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { identity } from './postgres/account.mjs';
import { run } from './run.mjs';

/**
 * Creates the data folder of a new server. It appears under its name only when it is complete, so
 * an interrupted creation leaves nothing that looks like data.
 * @param {import('./postgres/server.mjs').Cluster} cluster
 * @param {string} role the one role, owner of everything
 */
export async function createCluster({ dataFolder, password, account, programs, settings }, role) {
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

/** @param {string} password @param {import('./postgres/account.mjs').Account | undefined} account */
function secretFile(password, account) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-'));
  const file = path.join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  give(account, folder);
  give(account, file);
  return file;
}

/** @param {import('./postgres/account.mjs').Account | undefined} account @param {string} place */
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
