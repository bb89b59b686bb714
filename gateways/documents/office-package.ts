/**
 * The zip file that every docx and xlsx is. Its directory is read here and not by fflate, which tells neither where an
 * entry's time stamp is nor stops when an entry inflates to more than the directory says.
 */
import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

type ZipEntry = {
  readonly name: string;
  /** Bytes in the file. */
  readonly packed: number;
  readonly method: number;
  /** Offset of this entry's record in the central directory. */
  readonly central: number;
  /** Offset of its local header. */
  readonly local: number;
};

/** Midnight of 1 January 1980, the first moment a zip can name. */
const EPOCH = { time: 0, date: 0x21 };

/**
 * Pins the time stamp of every entry, which packers take from the host's clock. The same content then makes the same
 * bytes.
 */
export function withoutTimestamps(file: Buffer): Buffer {
  const pinned = Buffer.from(file);
  for (const entry of zipEntries(pinned)) {
    pinned.writeUInt16LE(EPOCH.time, entry.central + 12);
    pinned.writeUInt16LE(EPOCH.date, entry.central + 14);
    pinned.writeUInt16LE(EPOCH.time, entry.local + 10);
    pinned.writeUInt16LE(EPOCH.date, entry.local + 12);
  }
  return pinned;
}

/** Names of the entries; empty when the file has no readable directory. */
export const entryNames = (file: Buffer): string[] => zipEntries(file).map(({ name }) => name);

/**
 * The XML parts of an Office file, in a zip without compression, for readers that inflate without a limit.
 * @param mostBytes of all parts together
 * @returns null when they inflate to more, whatever sizes the file claims
 * @throws when a part is damaged, encrypted or packed by another method
 */
export function unpacked(file: Buffer, mostBytes: number): Buffer | null {
  const contents: Record<string, Uint8Array> = {};
  let left = mostBytes;
  for (const entry of zipEntries(file).filter(({ name }) => /\.(xml|rels)$/.test(name))) {
    const content = inflated(file, entry, left);
    if (content === null) return null;
    left -= content.length;
    contents[entry.name] = content;
  }
  return Buffer.from(zipSync(contents, { level: 0 }));
}

const STORED = 0;
const DEFLATED = 8;

function inflated(file: Buffer, entry: ZipEntry, mostBytes: number): Buffer | null {
  // The extra field of the local header may differ in length from the directory's.
  const { local } = entry;
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === STORED) return packed.length <= mostBytes ? packed : null;
  if (entry.method !== DEFLATED) throw new Error(`${entry.name}: packed by method ${entry.method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/** PKWARE APPNOTE.TXT 4.3.12 (directory) and 4.3.16 (its end). */
function zipEntries(file: Buffer): ZipEntry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > file.length) return [];
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return [];
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      central: at,
      local: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Removes the characters that XML 1.0 cannot hold, for which Word would refuse the file. */
export const printable = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
