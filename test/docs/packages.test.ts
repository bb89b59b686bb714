/** docs/packages.md names every large package that is installed, and whether production needs it. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const LARGE = 10_000_000;

type Lock = { readonly packages: Readonly<Record<string, { readonly dev?: boolean }>> };
const { packages } = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')) as Lock;
const rows = readFileSync(`${root}/docs/packages.md`, 'utf8').matchAll(
  /^\| `([^`]+)` \| (\d+) \| (production|tests) \|/gm,
);
const named = new Map([...rows].map(([, name = '', , use = '']) => [name, use]));

// Small files take more room on a disk than they hold: `du` finds more than is counted here.
test('every package above 10 MB has its reason, and none that is gone', () => {
  const sizes = Object.keys(packages)
    .filter((folder) => folder !== '')
    .map((folder) => [nameOf(folder), sizeOf(path.join(root, folder))] as const);
  const above = (size: number) => sizes.filter((one) => one[1] > size).map(([name]) => name);
  // The programs of another system have other names; they cannot be looked at here.
  const here = process.platform === 'linux' && process.arch === 'x64';
  expect(above(LARGE).filter((name) => !named.has(name) && here)).toEqual([]);
  const installed = new Set(above(0));
  expect([...named.keys()].filter((name) => !installed.has(name) && here)).toEqual([]);
});

const nameOf = (folder: string): string =>
  folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('what is said to be for tests is not part of production, and the other way round', () => {
  for (const [name, use] of named) {
    expect([name, packages[`node_modules/${name}`]?.dev === true ? 'tests' : 'production']).toEqual(
      [name, use],
    );
  }
});

/** Without packages inside it; 0 when it is not installed. */
function sizeOf(folder: string): number {
  let size = 0;
  for (const entry of entriesOf(folder)) {
    const file = path.join(folder, entry.name);
    if (entry.isFile()) size += lstatSync(file).size;
    else if (entry.isDirectory() && entry.name !== 'node_modules') size += sizeOf(file);
  }
  return size;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
