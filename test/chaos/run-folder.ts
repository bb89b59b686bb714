/** The folder of one run. It and everything started in it goes when the run ends, however that is. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJson } from '../../scripts/lib/files.mjs';
import { isRunning, self } from '../../scripts/lib/processes/identity.mjs';
import { endLeftovers } from '../../scripts/lib/processes/records.mjs';
import { stopLeftPostgres } from './durable-postgres.ts';

const PREFIX = 'cuibao-chaos-';
const OWNER = 'owner.json';

type Stoppable = { stop(): Promise<void> };

/** @param work puts what it starts into `started`; the folder of a run that was not good is kept, its processes not */
export async function withFolder<T extends { readonly folder: string | null }>(
  work: (folder: string, started: Stoppable[]) => Promise<{ result: T; good: boolean }>,
): Promise<T> {
  await sweep();
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  writeFileSync(path.join(folder, OWNER), JSON.stringify(self()));
  const started: Stoppable[] = [];
  let keep = false;
  try {
    const { result, good } = await work(folder, started);
    keep = !good;
    return good ? result : { ...result, folder };
  } finally {
    for (const one of started.toReversed()) await one.stop();
    if (keep) rmSync(path.join(folder, OWNER));
    else rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends what runs have left behind that were killed themselves. A folder without owner was kept on purpose. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const owner = readJson(path.join(folder, OWNER));
    if (owner === undefined || isRunning(owner)) continue;
    await endLeftovers(path.join(folder, 'children.json'));
    await stopLeftPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
