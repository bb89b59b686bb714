import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { cliBundle } from './lib/cli-bundle.mjs';
import { tasks } from './lib/clone/programs.mjs';
import { whatRuns } from './lib/clone/running.mjs';
import { ensureDependencies } from './lib/setup/dependencies.mjs';
import {
  ensureTemporalProgram,
  temporalProgramAtHand,
  temporalTestServer,
} from './lib/setup/temporal.mjs';
import { withPostgres } from './lib/setup/test-services.mjs';
import { command, speakAside } from './lib/terminal.mjs';

/**
 * `npm run -s cuibao -- …`: the command line, told where a running `npm start` has its services.
 * Standard output is the command's alone; set-up speaks on standard error.
 */
speakAside();
await command(async () => {
  await ensureDependencies('production');
  const args = process.argv.slice(2);
  const environment = { ...whatRuns()?.environment, ...process.env };
  return args[0] === 'rehearse'
    ? await rehearse(args, environment)
    : await perform(args, await withTestServer(environment));
});

/** @param {NodeJS.ProcessEnv} environment */
async function withTestServer(environment) {
  const testServer = await temporalProgramAtHand(temporalTestServer);
  return { ...(testServer ? { [temporalTestServer.variable]: testServer } : {}), ...environment };
}

/**
 * A rehearsal runs in a database of its own, on the running server or on one for this run.
 * @param {string[]} args @param {NodeJS.ProcessEnv} environment
 */
async function rehearse(args, environment) {
  const testServer = await ensureTemporalProgram(temporalTestServer);
  const env = { ...environment, [temporalTestServer.variable]: testServer };
  const { DATABASE_ADMIN_URL: given } = environment;
  if (given) return await run(args, env);
  return await withPostgres((adminUrl) => run(args, { ...env, DATABASE_ADMIN_URL: adminUrl }));
}

/**
 * In this process from the bundle, which is several times faster than a second one from the sources.
 * @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
async function perform(args, env) {
  const main = await cliBundle();
  if (main === undefined) return await run(args, env);
  Object.assign(process.env, env);
  process.chdir(whereThePersonIs());
  process.argv = [process.execPath, main, ...args];
  await import(pathToFileURL(main).href);
  return Number(process.exitCode ?? 0);
}

/** npm moves to the checkout; file names in the arguments are meant from where the person is. */
function whereThePersonIs() {
  const { npm_lifecycle_event: script, INIT_CWD: here } = process.env;
  return script === 'cuibao' && here ? here : process.cwd();
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function run(args, env) {
  const [file = '', ...before] = tasks.cli;
  const cwd = whereThePersonIs();
  const child = spawn(file, [...before, ...args], { stdio: 'inherit', env, cwd });
  // Ctrl-C reaches the child from the terminal; this process stays for its exit code.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 128));
  });
}
