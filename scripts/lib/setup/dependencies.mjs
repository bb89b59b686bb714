import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../failure.mjs';
import { readJson, readText, writeWhole } from '../files.mjs';
import { inData, inRoot } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { lastLine, run } from '../processes/run.mjs';
import { step } from '../terminal.mjs';

/**
 * Production: what `npm start` and the command line run on. All: with what tests and checks need besides, which is as
 * much again.
 * @typedef {'production' | 'all'} Extent
 */

/** Installs what package-lock.json names, unless exactly that is there. @param {Extent} [extent] */
export async function ensureDependencies(extent = 'all') {
  await step('依赖包 Dependencies', async ({ doing, outcome }) => {
    if (areInstalled(inRoot(), extent)) return outcome('已就绪 already there');
    await withLock(inData('install.lock'), async () => {
      // Another command of this clone may have installed while this one waited.
      if (areInstalled(inRoot(), extent)) return;
      const args = npmArguments(extent, areInstalled(inRoot(), 'production'));
      doing(`npm ${args[0]}（首次需要几分钟 the first time takes minutes）`);
      await install(args, extent);
    });
    outcome('已安装 installed');
  });
}

/**
 * `npm ci` begins by removing everything, so it is not for a clone that may be running: there the rest is added.
 * Always said outright, because NODE_ENV=production decides otherwise.
 * @param {Extent} extent @param {boolean} canBeAdded
 */
export function npmArguments(extent, canBeAdded) {
  const quiet = ['--no-audit', '--no-fund'];
  if (extent === 'production') return ['ci', ...quiet, '--omit=dev'];
  return canBeAdded
    ? ['install', ...quiet, '--no-save', '--include=dev']
    : ['ci', ...quiet, '--include=dev'];
}

/**
 * Whether node_modules holds what the lock file names. A stamp with the hash of the lock file
 * answers at once; without it npm's own record of what it installed is compared, so a person who
 * ran `npm ci` by hand does not wait for a second one.
 * @param {string} folder @param {Extent} [extent]
 */
export function areInstalled(folder, extent = 'all') {
  const lock = readText(`${folder}/package-lock.json`);
  if (lock === undefined || !existsSync(`${folder}/node_modules`)) return false;
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = readText(stampOf(folder))?.trim();
  if (stamp === hash || (extent === 'production' && stamp === `${hash} production`)) return true;
  const installed = readJson(`${folder}/node_modules/.package-lock.json`);
  if (!matches(JSON.parse(lock), installed, extent)) return false;
  writeStamp(folder, hash, extent);
  return true;
}

/** @param {string} folder */
const stampOf = (folder) => `${folder}/node_modules/.cuibao-stamp`;

/** @param {string} folder @param {string} hash @param {Extent} extent */
const writeStamp = (folder, hash, extent) =>
  writeWhole(stampOf(folder), extent === 'all' ? `${hash}\n` : `${hash} production\n`);

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} Installed
 * @typedef {{ packages: Record<string, Installed> }} LockFile
 */

/** @param {LockFile} lock @param {LockFile | undefined} installed @param {Extent} extent */
function matches(lock, installed, extent) {
  if (installed === undefined) return false;
  const { '': _project, ...wanted } = lock.packages;
  const extra = Object.keys(installed.packages).some((name) => wanted[name] === undefined);
  return (
    !extra &&
    Object.entries(wanted).every(([name, entry]) => isSame(entry, installed.packages[name], extent))
  );
}

/** @param {Installed} wanted @param {Installed | undefined} found @param {Extent} extent */
function isSame(wanted, found, extent) {
  if (found === undefined) {
    // Packages for other platforms are optional and stay away.
    const isForTests = wanted.dev === true || wanted.devOptional === true;
    return wanted.optional === true || (extent === 'production' && isForTests);
  }
  return found.version === wanted.version && found.integrity === wanted.integrity;
}

/** @param {string[]} args @param {Extent} extent */
async function install(args, extent) {
  const { code, out, err } = await runNpm(args);
  if (code !== 0) {
    throw new Failure('安装依赖包失败。The dependencies could not be installed.', {
      tried: [`npm ${args.join(' ')}: ${code === null ? lastLine(err) : `exit ${code}`}`],
      log: `${out}${err}`.trimEnd().split('\n').slice(-20).join('\n'),
      remedy:
        '检查网络和 npm 源（npm config get registry）后重试。Check the network and npm’s registry, then try again.',
    });
  }
  if (areInstalled(inRoot(), extent)) return;
  const lock = readFileSync(inRoot('package-lock.json'));
  writeStamp(inRoot(), createHash('sha256').update(lock).digest('hex'), extent);
}

/** Runs the npm that runs this script, else the one on PATH. @param {string[]} args */
function runNpm(args) {
  const { npm_execpath: npm } = process.env;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], { cwd: inRoot() });
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', args, { cwd: inRoot(), shell: windows });
}
