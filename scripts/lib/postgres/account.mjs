import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Failure } from '../failure.mjs';

/**
 * The user a server process runs as: Postgres refuses to run as root.
 * @typedef {{ uid: number, gid: number, name: string }} Account
 */

const CANDIDATES = ['postgres', 'nobody'];

/**
 * The account to drop to; undefined when this process is not root and simply keeps its own.
 * Data that exists keeps its owner.
 * @param {string} [dataFolder]
 * @returns {Account | undefined}
 */
export function serverAccount(dataFolder) {
  if (process.getuid?.() !== 0) return undefined;
  return ownerOf(dataFolder) ?? firstCandidate();
}

/**
 * Whether the account can reach a folder or run a program: asked of the system itself, because
 * every folder above it counts (a home folder is often closed to others).
 * @param {Account | undefined} account @param {string} path
 */
export function reaches(account, path) {
  if (account === undefined) return true;
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { uid, gid, cwd: '/' }).status === 0
  );
}

/** The options that make a child run as the account. @param {Account | undefined} account */
export const identity = (account) => (account ? { uid: account.uid, gid: account.gid } : {});

/** @param {string | undefined} folder */
function ownerOf(folder) {
  const found = folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false });
  if (found === undefined || found.uid === 0) return undefined;
  return { uid: found.uid, gid: found.gid, name: `uid ${found.uid}` };
}

/** @returns {Account} */
function firstCandidate() {
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid, name };
  }
  throw new Failure(
    'root 不能运行 Postgres，又没有可用的普通用户。Postgres does not run as root.',
    {
      tried: CANDIDATES.map((name) => `id -u ${name}`),
      remedy:
        '用普通用户运行本命令，或建立 postgres 用户。Run this as an ordinary user, or: useradd postgres',
    },
  );
}

/** @param {string} flag @param {string} name */
function idOf(flag, name) {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}
