import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { lastLine, run } from './run.mjs';

const LIMIT_MS = 30_000;

/**
 * Lets the SDK download a Temporal program from its maker. Needs the internet and the installed
 * dependencies; the only route on Windows.
 * @param {{ sdk: 'createLocal' | 'createTimeSkipping', version: string }} program
 * @param {string} target
 * @throws when it did not arrive within 30 s
 */
export async function downloadThroughSdk(program, target) {
  mkdirSync(path.dirname(target), { recursive: true });
  const folder = mkdtempSync(path.join(path.dirname(target), 'sdk-'));
  try {
    // A process of its own: the SDK's native part offers no way to give up a download.
    const args = ['--input-type=module', '--eval', script(program, folder)];
    const { code, err } = await run(process.execPath, args, { cwd: inRoot(), timeoutMs: LIMIT_MS });
    const [file] = readdirSync(folder).filter((name) => !name.endsWith('.downloading'));
    if (code !== 0 || file === undefined) {
      throw new Error(code === null ? `gave up after ${LIMIT_MS / 1000} s` : reason(err));
    }
    renameSync(path.join(folder, file), target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {{ sdk: string, version: string }} program @param {string} downloadDir */
function script({ sdk, version }, downloadDir) {
  const executable = { type: 'cached-download', version: `v${version}`, downloadDir };
  return `
    import { TestWorkflowEnvironment } from '@temporalio/testing';
    const env = await TestWorkflowEnvironment.${sdk}({ server: { executable: ${JSON.stringify(executable)} } });
    await env.teardown();
  `;
}

/** @param {string} err */
const reason = (err) => /Error: .+/.exec(err)?.[0] ?? lastLine(err);
