import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allFiles, read, root, section } from './files.ts';

const page = read('ARCHITECTURE.md');
const firstCells = (heading: string) =>
  [...section(page, heading).matchAll(/^\| ([^|]+) \|/gm)].flatMap((row) =>
    [...(row[1] ?? '').matchAll(/`([a-z_]+)`/g)].map((cell) => cell[1] ?? ''),
  );

describe('ARCHITECTURE.md', () => {
  test('names every folder that holds code', () => {
    const apart = ['test', 'bench', 'docs', 'docker', 'examples'];
    const folders = new Set(
      allFiles()
        .filter((path) => path.includes('/') && !path.startsWith('.'))
        .map((path) => path.split('/')[0] ?? ''),
    );
    const own = [...folders].filter((folder) => !apart.includes(folder));
    expect(firstCells('## Folders and what they may import').sort()).toEqual(own.sort());
  });

  test('says of every table who writes it', () => {
    const migrations = readdirSync(`${root}store/migrations`).map((file) =>
      read(`store/migrations/${file}`),
    );
    const tables = migrations.flatMap((sql) =>
      [...sql.matchAll(/^create table (\w+)/gm)].map((found) => found[1] ?? ''),
    );
    expect(tables.length).toBeGreaterThan(10);
    expect(firstCells('## Who writes what').sort()).toEqual(tables.sort());
  });

  test('names every workflow and activity that the flows pass through', () => {
    for (const name of ['planSteps', 'openRound', 'startObligations', 'lookAtRound', 'lookAtYear'])
      expect(page).toContain(name);
  });
});
