/** The bundle of the command line: made once for each state of its sources, and never an old one. */
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cliBundle } from '../../scripts/lib/cli-bundle.mjs';
import { run } from '../../scripts/lib/processes/run.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MAIN = `import { word } from './word.ts';
import { readFileSync } from 'node:fs';
const file = new URL('./beside.txt', import.meta.url);
console.log(word as string, readFileSync(file, 'utf8'), (await import('./late.ts')).late);`;

function sources() {
  const root = temporaryFolder();
  const write = (name: string, text: string) => writeFileSync(path.join(root, name), text);
  write('main.ts', MAIN);
  write('word.ts', `export const word: string = 'one';`);
  write('late.ts', `export const late = 'late';`);
  write('beside.txt', 'beside');
  const of = { root, entry: 'main.ts', cache: path.join(root, 'cache') };
  return { root, write, of };
}

const said = (file: string | undefined): string =>
  execFileSync(process.execPath, [file ?? 'no bundle'], { encoding: 'utf8' }).trim();

test('says what the sources say, and finds what lies beside them', async () => {
  expect(said(await cliBundle(sources().of))).toBe('one beside late');
});

test('is not made again while nothing changes', async () => {
  const { of } = sources();
  const first = (await cliBundle(of)) ?? '';
  const before = statSync(first).mtimeMs;
  expect(await cliBundle(of)).toBe(first);
  expect(statSync(first).mtimeMs).toBe(before);
});

test.each(['word.ts', 'late.ts', 'main.ts'])('is made anew when %s changes', async (name) => {
  const { of, write, root } = sources();
  const first = await cliBundle(of);
  const { atime, mtime } = statSync(path.join(root, name));
  write('word.ts', `export const word: string = 'two';`);
  write('late.ts', `export const late = 'LATE';`);
  if (name !== 'word.ts') write('word.ts', `export const word: string = 'one';`);
  if (name !== 'late.ts') write('late.ts', `export const late = 'late';`);
  if (name === 'main.ts') write('main.ts', MAIN.replace('word as string', `'main'`));
  // As long, and as old, as before: the content decides.
  utimesSync(path.join(root, name), atime, mtime);
  const second = await cliBundle(of);
  expect(second).not.toBe(first);
  const now = { 'word.ts': 'two beside late', 'late.ts': 'one beside LATE' }[name];
  expect(said(second)).toBe(now ?? 'main beside late');
});

test('of an earlier state is found again when the sources return to it', async () => {
  const { of, write } = sources();
  const first = await cliBundle(of);
  write('word.ts', `export const word: string = 'two';`);
  await cliBundle(of);
  write('word.ts', `export const word: string = 'one';`);
  expect(await cliBundle(of)).toBe(first);
  expect(said(first)).toBe('one beside late');
});

test('is made anew when it is gone, and refused when a source is', async () => {
  const { of, root } = sources();
  const first = (await cliBundle(of)) ?? '';
  rmSync(path.dirname(first), { recursive: true });
  expect(said(await cliBundle(of))).toBe('one beside late');
  rmSync(path.join(root, 'word.ts'));
  await expect(cliBundle(of)).rejects.toThrow('word.ts');
});

test('made by several at once is whole, and leaves nothing else behind', async () => {
  const { of } = sources();
  const script = new URL('../../scripts/lib/cli-bundle.mjs', import.meta.url).href;
  const one = `const { cliBundle } = await import(${JSON.stringify(script)});
    await import(await cliBundle(${JSON.stringify(of)}));`;
  const args = ['--input-type=module', '-e', one];
  const all = await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, args)));
  expect(all).toEqual(Array(4).fill({ code: 0, out: 'one beside late\n', err: '' }));
  expect(readdirSync(of.cache).toSorted().slice(1)).toEqual(['current.json']);
});

test('is none where nothing can be written', async () => {
  const { of } = sources();
  expect(await cliBundle({ ...of, cache: path.join(of.root, 'word.ts', 'cli') })).toBeUndefined();
});
