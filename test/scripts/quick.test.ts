/** Which tests `npm run quick` runs: the nearest to the change, as many as fit into the time. */
import { describe, expect, test } from 'vitest';
import { byFolder, chooseTests } from '../../scripts/lib/quick/choose-tests.mjs';
import { distances, importGraph } from '../../scripts/lib/quick/import-graph.mjs';

const sources = {
  'domain/due.ts': `import { day } from './time.ts';`,
  'domain/time.ts': `export const day = 1;`,
  'domain/plan.ts': `import type { Day } from './time.ts';\nexport type { Day } from './time.ts';`,
  'store/board.ts': `import { readFileSync } from 'node:fs';\nimport {\n  due,\n} from '../domain/due.ts';`,
  'store/migrate.ts': `const folder = new URL('./migrations/', import.meta.url);`,
  'gateways/texts.ts': `readFileSync(new URL(\`../texts/\${language}/\${name}\`, import.meta.url));`,
  'client/cli/main.ts': `await import('./board.ts');`,
  'client/cli/board.ts': `import { board } from '../../store/board.ts';`,
  'test/support/cli.ts': `spawn(process.execPath, ['client/cli/main.ts']);`,
  'test/domain/due.test.ts': `import { due } from '../../domain/due.ts';`,
  'test/domain/steps.test.ts': `import '../../domain/due.ts';`,
  'test/domain/plan.test.ts': `import { plan } from '../../domain/plan.ts';`,
  'test/store/board.test.ts': `import { board } from '../../store/board.ts';`,
  'test/store/migrate.test.ts': `import { migrate } from '../../store/migrate.ts';`,
  'test/gateways/texts.test.ts': `import { texts } from '../../gateways/texts.ts';`,
  'test/client/cli.test.ts': `import { cuibao } from '../support/cli.ts';`,
  'test/docs/links.test.ts': `const root = new URL('..', import.meta.url);`,
};
const imports = importGraph(new Map(Object.entries(sources)));
const choose = (changed: readonly string[], limitMs = 60_000, msOf = (_test: string) => 1000) =>
  chooseTests({ changed, imports, limitMs, msOf });

describe('the import graph', () => {
  test.each([
    ['an import over several lines', 'domain/due.ts', 'store/board.ts', 1],
    ['a side effect', 'domain/due.ts', 'test/domain/steps.test.ts', 1],
    ['an import when it is needed', 'client/cli/board.ts', 'client/cli/main.ts', 1],
    ['a folder that is read', 'store/migrations/0001.sql', 'store/migrate.ts', 1],
    ['a file with a name made up later', 'texts/zh/due.txt', 'gateways/texts.ts', 1],
    ['a program that is started', 'client/cli/main.ts', 'test/support/cli.ts', 1],
    ['imports of imports', 'domain/time.ts', 'test/client/cli.test.ts', 6],
  ])('knows %s', (_what, changed, file, distance) => {
    expect(distances(imports, [changed]).get(file)).toBe(distance);
  });

  test('knows nothing of types alone: they are gone when the tests run', () => {
    expect(distances(imports, ['domain/time.ts']).has('domain/plan.ts')).toBe(false);
  });

  test('ends where imports go in a circle', () => {
    const circle = importGraph(
      new Map([
        ['a.ts', `import './b.ts'`],
        ['b.ts', `import './a.ts'`],
      ]),
    );
    expect([...distances(circle, ['a.ts'])]).toEqual([
      ['a.ts', 0],
      ['b.ts', 1],
    ]);
  });
});

describe('the choice', () => {
  test('has the namesake first, then those of the room, then the nearest, and no test that the change cannot reach', () => {
    expect(choose(['domain/due.ts'])).toEqual({
      chosen: [
        'test/domain/due.test.ts',
        'test/domain/steps.test.ts',
        'test/store/board.test.ts',
        'test/client/cli.test.ts',
      ],
      left: [],
      unreached: [],
    });
  });

  test('leaves what does not fit into the time, and names it', () => {
    const msOf = (name: string) => (name.startsWith('test/store/') ? 5000 : 1000);
    const { chosen, left } = choose(['domain/due.ts'], 3000, msOf);
    expect(chosen).toEqual([
      'test/domain/due.test.ts',
      'test/domain/steps.test.ts',
      'test/client/cli.test.ts',
    ]);
    expect(left.map((one) => one.test)).toEqual(['test/store/board.test.ts']);
  });

  test('always has the tests that changed themselves', () => {
    const changed = ['test/store/board.test.ts', 'test/client/cli.test.ts'];
    expect(choose(changed, 0).chosen).toEqual(changed);
  });

  test('takes the tests of the documents for what no module imports, and says so', () => {
    const { chosen, unreached } = choose(['README.md', 'domain/plan.ts']);
    expect(chosen).toEqual(['test/domain/plan.test.ts', 'test/docs/links.test.ts']);
    expect(unreached).toEqual(['README.md']);
  });

  test('of several changes takes the nearer', () => {
    const { chosen } = choose(['domain/time.ts', 'store/board.ts'], 1000);
    expect(chosen).toEqual(['test/store/board.test.ts']);
  });
});

test('what was left is counted by folder', () => {
  const left = ['test/store/a.test.ts', 'test/store/b.test.ts', 'test/flows/c.test.ts'];
  expect(byFolder(left)).toBe('test/store 2, test/flows 1');
});
