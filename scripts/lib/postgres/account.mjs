import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/**
 * A folder outside the checkout that an account with fewer rights can reach: for the programs and
 * data of a server started by root from a closed home folder.
 * @param {import('./account.mjs').Account} account
 */
export function openFolder(account) {
  // First a place that outlives a reboot.
  const candidates = ['/var/lib/cuibao', path.join(tmpdir(), 'cuibao-shared')];
  const folder = candidates.find((candidate) => prepare(candidate) && reaches(account, candidate));
  if (folder !== undefined) return folder;
  throw new Failure(
    `用户 ${account.name} 进不了任何可用的文件夹。The server’s user can reach no folder.`,
    {
      tried: candidates,
      remedy:
        '用普通用户运行本命令，或设置 DATABASE_URL。Run this as an ordinary user, or set DATABASE_URL.',
    },
  );
}

/** A short name that two checkouts never share. @param {string} checkout */
export const shortName = (checkout) =>
  createHash('sha256').update(checkout).digest('hex').slice(0, 12);

/** @param {string} folder */
function prepare(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const found = lstatSync(folder);
    // Under a shared temporary folder a stranger may have been first: what they own is not used.
    if (!found.isDirectory() || found.uid !== process.getuid?.()) return false;
    chmodSync(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}
