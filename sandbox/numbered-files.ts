import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type NumberedFiles = {
  /** Resolves when the file is on the disk, so that it survives a power failure. */
  add(content: (number: number) => Buffer | string): Promise<number>;
  replace(number: number, content: string): Promise<void>;
  /** @throws when there is no such file */
  read(number: number): Promise<Buffer>;
  /** Ascending. */
  numbers(): readonly number[];
};

/** Files `000001.<ext>`, `000002.<ext>` … in one folder, which is the whole state: a kill at any moment leaves it valid. */
export async function openNumberedFiles(dir: string, ext: string): Promise<NumberedFiles> {
  await mkdir(dir, { recursive: true });
  const names = await readdir(dir);
  // Left by a kill during writing; their senders got no acknowledgement.
  const halves = names.filter((name) => name.endsWith('.part'));
  await Promise.all(halves.map((name) => rm(join(dir, name), { force: true })));

  const own = new RegExp(`^(\\d+)\\.${ext}$`);
  const numbers = names
    .map((name) => Number(own.exec(name)?.[1] ?? Number.NaN))
    .filter((number) => !Number.isNaN(number))
    .sort((a, b) => a - b);
  let last = numbers.at(-1) ?? 0;
  const pathOf = (number: number) => join(dir, `${String(number).padStart(6, '0')}.${ext}`);

  return {
    async add(content) {
      last += 1;
      const number = last;
      await writeDurably(dir, pathOf(number), content(number));
      numbers.push(number);
      numbers.sort((a, b) => a - b);
      return number;
    },
    replace: (number, content) => writeDurably(dir, pathOf(number), content),
    read: (number) => readFile(pathOf(number)),
    numbers: () => numbers,
  };
}

async function writeDurably(dir: string, path: string, content: Buffer | string): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
  await syncFolder(dir);
}

/** Without this the new name may be lost although the bytes are written. Windows cannot open a folder and need not. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
