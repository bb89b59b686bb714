/** `npm start` in a copy of the tree: the first time, with the downloads in the cache, and the second time. */
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Figure, Measured } from './figure.ts';
import type { Options } from './options.ts';
import { ROOT, type UpAndDown, upAndDown } from './program.ts';

/** Printed just before the addresses. */
const UP = 'All is up';
const OWN = new Set(['node_modules', '.cuibao', '.git']);
/** Variables that `npm run bench` sets and a person who types `npm start` has not. */
const CLEAN = { DATABASE_ADMIN_URL: undefined, npm_config_prefer_offline: 'true' };

export async function measureStart({ runs }: Options): Promise<Measured> {
  const first: UpAndDown[] = [];
  const second: UpAndDown[] = [];
  for (let run = 0; run < runs; run += 1) {
    const folder = copyOfTheTree();
    try {
      first.push(await start(folder));
      second.push(await start(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return {
    figures: [
      seconds('first start, downloads in the cache', first, null),
      seconds('second start', second, { atMost: 8 }),
      {
        ...seconds('stop after Ctrl-C', second, null),
        runs: second.map(({ downMs }) => downMs / 1000),
      },
    ],
    notes: [
      'The first start installs the dependencies (npm ci from npm’s cache) and plays the demonstration.',
    ],
  };
}

const start = (cwd: string): Promise<UpAndDown> =>
  upAndDown(['npm', 'start'], UP, { cwd, env: CLEAN });

const seconds = (what: string, runs: readonly UpAndDown[], goal: Figure['goal']): Figure => ({
  what,
  unit: 's',
  size: null,
  runs: runs.map(({ upMs }) => upMs / 1000),
  goal,
});

/** Without what a clone does not have: dependencies, data, history. */
function copyOfTheTree(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-start-'));
  // Postgres runs as another user when this one is root, and needs access.
  chmodSync(folder, 0o755);
  const isOfClone = (source: string) => !OWN.has(path.relative(ROOT, source));
  cpSync(ROOT, folder, { recursive: true, filter: isOfClone });
  return folder;
}
