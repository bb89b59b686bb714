import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tasks } from './lib/clone/programs.mjs';
import { readJson } from './lib/files.mjs';
import { runTask } from './lib/processes/run.mjs';
import { withTestServices } from './lib/setup/test-services.mjs';
import { command, say } from './lib/terminal.mjs';
import { countsOf } from './lib/vitest-counts.mjs';

/** `npm test [-- vitest's arguments]`: the set-up, all tests, and last a line with the counts. */
let counts = { passed: 0, failed: 1 };
await command(() => withTestServices(runVitest));
say(`${counts.passed} passed, ${counts.failed} failed`);

/** @param {Record<string, string>} env @param {AbortSignal} signal */
async function runVitest(env, signal) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-vitest-'));
  try {
    const report = path.join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = ['run', ...reporters, ...process.argv.slice(2)];
    const code = await runTask([...tasks.vitest, ...args], { env, signal });
    counts = countsOf(readJson(report), code);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
