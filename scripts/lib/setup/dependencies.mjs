import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { Failure } from '../failure.mjs';
import { readJson, readText, writeWhole } from '../files.mjs';
import { inData, inRoot } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { lastLine, run } from '../processes/run.mjs';
import { step } from '../terminal.mjs';

/** Installs what package-lock.json names, unless exactly that is there. */
export async function ensureDependencies() {
  await step('依赖包 Dependencies', async ({ doing, outcome }) => {
    if (areInstalled(inRoot())) return outcome('已就绪 already there');
    await withLock(inData('install.lock'), async () => {
      // Another command of this clone may have installed while this one waited.
      if (areInstalled(inRoot())) return;
      doing('npm ci（首次需要几分钟 the first time takes minutes）');
      await install();
    });
    outcome('已安装 installed');
  });
}

/**
 * Whether node_modules holds what the lock file names. A stamp with the hash of the lock file
 * answers at once; without it npm's own record of what it installed is compared, so a person who
 * ran `npm ci` by hand does not wait for a second one.
 * @param {string} folder
 */
export function areInstalled(folder) {
  const lock = readText(`${folder}/package-lock.json`);
  if (lock === undefined || !existsSync(`${folder}/node_modules`)) return false;
  const hash = createHash('sha256').update(lock).digest('hex');
  const stamp = `${folder}/node_modules/.cuibao-stamp`;
  if (readText(stamp)?.trim() === hash) return true;
  if (!matches(JSON.parse(lock), readJson(`${folder}/node_modules/.package-lock.json`)))
    return false;
  writeWhole(stamp, `${hash}\n`);
  return true;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Installed
 * @typedef {{ packages: Record<string, Installed> }} LockFile
 */

/** @param {LockFile} lock @param {LockFile | undefined} installed */
function matches(lock, installed) {
  if (installed === undefined) return false;
  const { '': _project, ...wanted } = lock.packages;
  const extra = Object.keys(installed.packages).some((name) => wanted[name] === undefined);
  return (
    !extra &&
    Object.entries(wanted).every(([name, entry]) => isSame(entry, installed.packages[name]))
  );
}

/** @param {Installed} wanted @param {Installed | undefined} found */
function isSame(wanted, found) {
  // Packages for other platforms are optional and stay away.
  if (found === undefined) return wanted.optional === true;
  return found.version === wanted.version && found.integrity === wanted.integrity;
}

async function install() {
  // --include=dev: the stamp stands for the whole lock file, also under NODE_ENV=production.
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev'];
  const { code, out, err } = await runNpm(args);
  if (code !== 0) {
    throw new Failure('安装依赖包失败。The dependencies could not be installed.', {
      tried: [`npm ${args.join(' ')}: ${code === null ? lastLine(err) : `exit ${code}`}`],
      log: `${out}${err}`.trimEnd().split('\n').slice(-20).join('\n'),
      remedy:
        '检查网络和 npm 源（npm config get registry）后重试。Check the network and npm’s registry, then try again.',
    });
  }
  if (areInstalled(inRoot())) return;
  const hash = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  writeWhole(inRoot('node_modules', '.cuibao-stamp'), `${hash}\n`);
}

/** Runs the npm that runs this script, else the one on PATH. @param {string[]} args */
function runNpm(args) {
  const { npm_execpath: npm } = process.env;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], { cwd: inRoot() });
  const windows = process.platform === 'win32';
  return run(windows ? 'npm.cmd' : 'npm', args, { cwd: inRoot(), shell: windows });
}
