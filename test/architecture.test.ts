/** The rules of the tree bite: each is met by a violation planted for it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { workflowBundle } from '../worker/workflow-bundle.ts';
import * as workflows from '../workflows/index.ts';
import { WORKFLOWS } from '../workflows/messages.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SLOW = 60_000;

type Violation = {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
};

/** One planted file for each rule, in a tree of its own with the real rules. */
const PLANTED: Readonly<Record<string, { readonly file: string; readonly code: string }>> = {
  'domain-imports': { file: 'domain/bad.ts', code: `import '../store/db/pool.ts';` },
  'luxon-only-in-calendar': {
    file: 'domain/late.ts',
    code: `import { DateTime } from 'luxon';\nDateTime.now();`,
  },
  'liquidjs-only-in-its-file': {
    file: 'domain/third.ts',
    code: `import { Liquid } from 'liquidjs';\nnew Liquid();`,
  },
  'texts-stay-out-of-workflows': { file: 'domain/say.ts', code: `import './texts/facts.ts';` },
  'previews-stay-out-of-workflows': {
    file: 'workflows/say.ts',
    code: `import '../domain/preview/preview.ts';`,
  },
  'calendar-stays-out-of-workflows': {
    file: 'domain/detour.ts',
    code: `import './time/zone.ts';`,
  },
  'workflows-imports': { file: 'workflows/bad.ts', code: `import '../activities/deps.ts';` },
  'activities-imports': { file: 'activities/bad.ts', code: `import '../worker/run.ts';` },
  'store-imports': { file: 'store/bad.ts', code: `import '../gateways/gateway.ts';` },
  'gateways-imports': { file: 'gateways/bad.ts', code: `import '../store/db/pool.ts';` },
  'sandbox-imports': { file: 'sandbox/bad.ts', code: `import '../store/db/pool.ts';` },
  'rehearsal-imports': { file: 'rehearsal/bad.ts', code: `import '../client/command.ts';` },
  'worker-imports': { file: 'worker/bad.ts', code: `import '../client/command.ts';` },
  'client-imports': { file: 'client/bad.ts', code: `import '../activities/deps.ts';` },
  'temporal-stays-out-of-client': {
    file: 'client/second.ts',
    code: `import '../workflows/messages.ts';`,
  },
  'store-db-imports': { file: 'store/db/bad.ts', code: `import '../read/board.ts';` },
  'store-read-imports': { file: 'store/read/bad.ts', code: `import '../write/commands.ts';` },
  'store-visit-imports': { file: 'store/visit/bad.ts', code: `import '../write/commands.ts';` },
  'visit-only-by-commands': { file: 'store/write/bad.ts', code: `import '../visit/drafts.ts';` },
  'test-stays-out-of-bench': { file: 'bench/bad.ts', code: `import '../test/support.ts';` },
  'config-only-from-mains': { file: 'worker/setting.ts', code: `import '../config.ts';` },
  'packages-of-tests-stay-there': {
    file: 'gateways/heavy.ts',
    code: `import fc from 'fast-check';\nfc.nat();`,
  },
  'no-circular': { file: 'domain/one.ts', code: `import './two.ts';` },
  'no-orphans': { file: 'domain/alone.ts', code: `export const alone = 1;` },
  'nothing-unresolvable': { file: 'domain/lost.ts', code: `import './nowhere.ts';` },
};
const TARGETS = [
  'store/db/pool.ts',
  'gateways/gateway.ts',
  'activities/deps.ts',
  'worker/run.ts',
  'client/command.ts',
  'workflows/messages.ts',
  'domain/time/zone.ts',
  'domain/preview/preview.ts',
  'domain/texts/facts.ts',
  'store/read/board.ts',
  'store/write/commands.ts',
  'store/visit/drafts.ts',
  'test/support.ts',
  'config.ts',
];

function plantedTree(): string {
  const tree = temporaryFolder();
  const put = (file: string, code: string) => {
    mkdirSync(path.join(tree, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(tree, file), `${code}\n`);
  };
  for (const file of TARGETS) put(file, 'export {};');
  for (const { file, code } of Object.values(PLANTED)) put(file, code);
  put('domain/two.ts', `import './one.ts';`);
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(path.join(root, name), path.join(tree, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
  return tree;
}

describe('imports', () => {
  test('every rule has a violation planted for it, and finds it', { timeout: SLOW }, () => {
    const tree = plantedTree();
    const folders = [...new Set(Object.values(PLANTED).map(({ file }) => path.dirname(file)))];
    const args = [
      path.join(root, 'node_modules/.bin/depcruise'),
      ...folders,
      'config.ts',
      '--output-type',
      'json',
    ];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    const { violations } = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary;
    const found = (rule: string, file: string) =>
      violations.some((violation) => violation.rule.name === rule && violation.from === file);
    const missed = Object.entries(PLANTED).filter(([rule, { file }]) => !found(rule, file));
    expect(missed.map(([rule]) => rule)).toEqual([]);
    const rules = readFileSync(path.join(root, '.dependency-cruiser.cjs'), 'utf8');
    const named = [...rules.matchAll(/name: '([\w-]+)'|only\('(\w+)'/g)].map(
      ([, rule, folder]) => rule ?? `${folder}-imports`,
    );
    expect(Object.keys(PLANTED).sort()).toEqual([...new Set(named)].sort());
  });
});

describe('rooms', () => {
  test('nothing in store/read writes', () => {
    const writing = readdirSync(path.join(root, 'store/read'), {
      encoding: 'utf8',
      recursive: true,
    })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => WRITES.test(readFileSync(path.join(root, 'store/read', file), 'utf8')));
    expect(writing).toEqual([]);
  });

  test('no folder of code has more than 25 files', () => {
    const crowded = FOLDERS.flatMap((top) => [
      top,
      ...readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
    ]).filter((folder) => filesIn(folder) > 25);
    expect(crowded).toEqual([]);
  });
});

/** A statement that writes or locks. `update` alone is also a method of a hash. */
const WRITES =
  /insert\s+into|update\s+\w+(\s+\w+)?\s+set|delete\s+from|for\s+(no\s+key\s+)?update/i;
const FOLDERS =
  'domain workflows activities store gateways worker client sandbox rehearsal bench scripts test'.split(
    ' ',
  );

const filesIn = (folder: string): number =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile())
    .length;

describe('promises', () => {
  test('one that nobody waits for is found, also that of an activity', { timeout: SLOW }, () => {
    const tree = temporaryFolder();
    mkdirSync(path.join(tree, 'workflows'));
    for (const name of ['.oxlintrc.json', 'tsconfig.json'])
      cpSync(path.join(root, name), path.join(tree, name));
    symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
    writeFileSync(
      path.join(tree, 'workflows', 'floating.ts'),
      `import { proxyActivities } from '@temporalio/workflow';
const { deliver } = proxyActivities<{ deliver(id: string): Promise<void> }>({ startToCloseTimeout: '1m' });
export async function floating(): Promise<void> {
  deliver('never waited for');
}
`,
    );
    const { stdout, status } = spawnSync(
      process.execPath,
      [path.join(root, 'node_modules/.bin/oxlint'), '--type-aware', 'workflows'],
      { cwd: tree, encoding: 'utf8' },
    );
    // Under CI it writes in colours.
    expect(stripVTControlCharacters(stdout)).toMatch(/no-floating-promises[\s\S]*floating\.ts:4/);
    expect(status).not.toBe(0);
  });
});

describe('the bundle of the workflows', () => {
  test('holds every workflow by its name, and the names that are started are all of them', async () => {
    const code = readFileSync(await workflowBundle(), 'utf8');
    expect(Object.keys(workflows).sort()).toEqual([...WORKFLOWS].sort());
    for (const name of WORKFLOWS)
      expect(code).toMatch(new RegExp(`async function ${name}\\(|function ${name}\\(`));
  });

  test('holds no Node built-in, no library for dates and nothing of the activities', async () => {
    const code = readFileSync(await workflowBundle(), 'utf8');
    const modules = [...code.matchAll(/^\/\*{3}\/ "([^"]+)":$|^ {2}!\*\*\* ([^*]+?) \*{3}!/gm)].map(
      ([, key, title]) => key ?? title ?? '',
    );
    expect(modules.some((name) => name.includes('workflows/obligation.ts'))).toBe(true);
    const foreign = modules.filter(
      (name) =>
        /luxon|\/activities\/(?!index)|\/store\/|\/gateways\/|node_modules\/(pg|zod)\//.test(
          name,
        ) && !name.includes('workflows/'),
    );
    expect(foreign).toEqual([]);
    expect(code).not.toMatch(/require\(["'](node:|fs|path|crypto|os|net)/);
  });
});
