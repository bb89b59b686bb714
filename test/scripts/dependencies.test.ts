import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { areInstalled, npmArguments } from '../../scripts/lib/setup/dependencies.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';

const hono = { version: '4.13.19', integrity: 'sha512-a' };
const forMac = { version: '1.0.0', integrity: 'sha512-b', optional: true };
const wanted = { '': { name: 'x' }, 'node_modules/hono': hono, 'node_modules/for-mac': forMac };

it('accepts npm’s record of what it installed, without packages for other platforms', () => {
  expect(areInstalled(checkout(wanted, { 'node_modules/hono': hono }))).toBe(true);
});

it.each([
  ['nothing is installed', undefined],
  ['a package is missing', {}],
  ['a version differs', { 'node_modules/hono': { ...hono, version: '4.0.0' } }],
  ['a content differs', { 'node_modules/hono': { ...hono, integrity: 'sha512-z' } }],
  ['a package is left over', { 'node_modules/hono': hono, 'node_modules/old': hono }],
])('asks for an installation when %s', (_case, installed) => {
  expect(areInstalled(checkout(wanted, installed))).toBe(false);
});

it('trusts its stamp until the lock file changes', () => {
  const folder = checkout(wanted, { 'node_modules/hono': hono });
  areInstalled(folder);
  rmSync(path.join(folder, 'node_modules', '.package-lock.json'));
  expect(areInstalled(folder)).toBe(true);

  const newer = { ...wanted, 'node_modules/hono': { ...hono, version: '5.0.0' } };
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: newer }));
  expect(areInstalled(folder)).toBe(false);
});

const forTests = { version: '4.1.12', integrity: 'sha512-v', dev: true };
const withTests = { ...wanted, 'node_modules/vitest': forTests };

it('needs no packages of tests for production, and all of them for tests', () => {
  const folder = checkout(withTests, { 'node_modules/hono': hono });
  expect(areInstalled(folder, 'all')).toBe(false);
  expect(areInstalled(folder, 'production')).toBe(true);
  // By its stamp now: it does not stand for more than was found.
  expect(areInstalled(folder, 'all')).toBe(false);
});

it('is content with more than production needs', () => {
  const folder = checkout(withTests, {
    'node_modules/hono': hono,
    'node_modules/vitest': forTests,
  });
  expect(areInstalled(folder, 'all')).toBe(true);
  expect(areInstalled(folder, 'production')).toBe(true);
});

it('asks for an installation when a package of production is missing', () => {
  const folder = checkout(withTests, { 'node_modules/vitest': forTests });
  expect(areInstalled(folder, 'production')).toBe(false);
});

it('removes nothing that a running clone may use, to add what tests need', () => {
  expect(npmArguments('all', true)[0]).toBe('install');
  expect(npmArguments('all', true)).toContain('--no-save');
  expect(npmArguments('all', false)[0]).toBe('ci');
  expect(npmArguments('production', false)).toEqual(expect.arrayContaining(['ci', '--omit=dev']));
});

function checkout(lock: object, installed: object | undefined): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: lock }));
  if (installed === undefined) return folder;
  mkdirSync(path.join(folder, 'node_modules'));
  const record = path.join(folder, 'node_modules', '.package-lock.json');
  writeFileSync(record, JSON.stringify({ packages: installed }));
  return folder;
}
