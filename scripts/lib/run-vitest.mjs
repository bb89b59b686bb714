import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tasks } from './clone/programs.mjs';
import { readJson } from './files.mjs';
import { runTask } from './processes/run.mjs';
import { keepDurations } from './quick/test-durations.mjs';
import { countsOf } from './vitest-counts.mjs';

/**
 * Runs tests and counts them.
 * @param {string[]} args vitest's own
 * @param {{ env: Record<string, string>, signal: AbortSignal }} options
 * @returns {Promise<{ code: number, passed: number, failed: number }>}
 */
export async function runVitest(args, options) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cuibao-vitest-'));
  try {
    const file = path.join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await runTask([...tasks.vitest, 'run', ...reporters, ...args], options);
    const report = readJson(file);
    keepDurations(report);
    return { code, ...countsOf(report, code) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
