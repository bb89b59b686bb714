import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { allFiles, read, root, section } from './files.ts';

const page = read('ARCHITECTURE.md');

/** The cells of a table's rows, without its head. */
const rowsOf = (heading: string): string[][] =>
  section(page, heading)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1));

const namesIn = (cell = ''): string[] =>
  [...cell.matchAll(/`([a-z_-]+)(?:\/[^`]*)?`/g)].map((found) => found[1] ?? '');

const rooms = rowsOf('## Rooms').map(([name, , imports, inside]) => ({
  name: namesIn(name)[0] ?? '',
  imports: namesIn(imports),
  inside: namesIn(inside),
}));

const files = allFiles();

describe('the rooms of ARCHITECTURE.md', () => {
  test('are the folders that hold code', () => {
    const apart = ['test', 'bench', 'docs', 'docker', 'examples'];
    const folders = new Set(
      files
        .filter((path) => path.includes('/') && !path.startsWith('.'))
        .map((path) => path.split('/')[0] ?? ''),
    );
    const own = [...folders].filter((folder) => !apart.includes(folder));
    expect(rooms.map(({ name }) => name).sort()).toEqual(own.sort());
  });

  test.each(rooms.filter(({ name }) => name !== 'plans'))('$name names what is inside', (room) => {
    const folders = files
      .filter((path) => path.startsWith(`${room.name}/`))
      .map((path) => path.split('/'))
      .filter((parts) => parts.length > 2)
      .map((parts) => parts[1] ?? '');
    expect(room.inside.toSorted()).toEqual([...new Set(folders)].sort());
  });

  test.each(rulesOfImports())('$room may import what the rules allow', ({ room, allowed }) => {
    const said = rooms.find(({ name }) => name === room)?.imports ?? [];
    expect(said.filter((name) => name !== room).toSorted()).toEqual(allowed);
  });
});

type Rule = { readonly name: string; readonly to: { readonly pathNot?: readonly string[] } };

/** From .dependency-cruiser.cjs: the other rooms that the files of a room may import. */
function rulesOfImports() {
  const { forbidden } = createRequire(import.meta.url)(`${root}.dependency-cruiser.cjs`) as {
    readonly forbidden: readonly Rule[];
  };
  const names = new Set(rooms.map(({ name }) => name));
  return forbidden.flatMap(({ name, to }) => {
    const room = name.replace(/-imports$/, '');
    if (!names.has(room) || !Array.isArray(to.pathNot)) return [];
    const others = to.pathNot
      .map((path) => /^\^([a-z]+)\//.exec(path)?.[1] ?? '')
      .filter((other) => names.has(other) && other !== room);
    return [{ room, allowed: [...new Set(others)].sort() }];
  });
}

describe('ARCHITECTURE.md', () => {
  test('begins with a picture', () => {
    expect(page.indexOf('```mermaid\nflowchart')).toBeGreaterThan(0);
    expect(page.indexOf('```mermaid')).toBeLessThan(page.indexOf('\n## '));
  });

  test('says of every table who writes it', () => {
    const migrations = readdirSync(`${root}store/migrations`).map((file) =>
      read(`store/migrations/${file}`),
    );
    const tables = migrations.flatMap((sql) =>
      [...sql.matchAll(/^create table (\w+)/gm)].map((found) => found[1] ?? ''),
    );
    expect(tables.length).toBeGreaterThan(10);
    const said = rowsOf('## Who writes what').flatMap(([table]) => namesIn(table));
    expect(said.sort()).toEqual(tables.sort());
  });

  test('names every workflow and activity that the flows pass through', () => {
    for (const name of ['openRound', 'startObligations', 'lookAtRound', 'lookAtYear', 'deliver'])
      expect(page).toContain(`\`${name}\``);
  });

  test('has a page to read in a quarter of an hour', () => {
    expect(page.split(/\s+/).length).toBeLessThan(3000);
  });
});
