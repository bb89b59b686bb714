import { startThrowawayPostgres } from '../postgres/throwaway.mjs';
import { runTask } from '../processes/run.mjs';
import { onStopSignal } from '../processes/stop-signal.mjs';
import { command, step } from '../terminal.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureTemporalProgram, temporalCli, temporalTestServer } from './temporal.mjs';

/**
 * Runs one of the project's programs with what `npm test` sets up, and ends with its exit code.
 * @param {string[]} task its command line, to which this command's arguments are added
 */
export const runWithTestServices = (task) =>
  command(() =>
    withTestServices((env, signal) =>
      runTask([...task, ...process.argv.slice(2)], { env, signal }),
    ),
  );

/**
 * Sets up what tests, the chaos run and the benchmarks need, does the work, and takes everything
 * down again, also on Ctrl-C.
 * @param {(env: Record<string, string>, signal: AbortSignal) => Promise<number>} work
 * @returns {Promise<number>} the exit code of the work
 */
export async function withTestServices(work) {
  const { signal } = onStopSignal();
  await ensureDependencies();
  const programs = {
    TEMPORAL_CLI_PATH: await ensureTemporalProgram(temporalCli),
    TEMPORAL_TEST_SERVER_PATH: await ensureTemporalProgram(temporalTestServer),
    ...(await ensureChromium()),
  };
  return await withPostgres(async (adminUrl) => {
    signal.throwIfAborted();
    return await work({ ...programs, DATABASE_ADMIN_URL: adminUrl }, signal);
  });
}

/**
 * Gives the work a Postgres server: the one of DATABASE_ADMIN_URL, otherwise a throw-away one.
 * @param {(adminUrl: string) => Promise<number>} work
 */
export async function withPostgres(work) {
  const { DATABASE_ADMIN_URL: given } = process.env;
  if (given) return await work(given);
  const server = await step('临时 Postgres Throw-away Postgres', startThrowawayPostgres);
  try {
    return await work(server.adminUrl);
  } finally {
    await server.stop();
  }
}
