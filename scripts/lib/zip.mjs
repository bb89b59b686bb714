import { crc32, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * Takes one file out of a zip archive (also a Python wheel), with its checksum verified.
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
