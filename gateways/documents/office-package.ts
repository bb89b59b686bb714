/** The directory of a zip file (docx and xlsx are zips): where its entries say when they were made and how large they are. */

type ZipEntry = {
  readonly name: string;
  /** Bytes after unpacking, as the file claims. */
  readonly size: number;
  /** Offset of this entry's record in the central directory. */
  readonly central: number;
  /** Offset of its local header. */
  readonly local: number;
};

/** Empty when the file has no readable directory. */
export function zipEntries(file: Buffer): ZipEntry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > file.length) return [];
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return [];
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      size: file.readUInt32LE(at + 24),
      central: at,
      local: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Midnight of 1 January 1980, the first moment a zip can name. */
const EPOCH = { time: 0, date: 0x21 };

/**
 * The same data makes the same bytes: the packers stamp every entry with the host's clock, which says nothing about
 * the document and would make two equal compilations differ.
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

/** What a person typed, without the characters that XML 1.0 cannot hold and Word would refuse the file for. */
export const printable = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
