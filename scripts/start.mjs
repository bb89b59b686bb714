import { bringUp, forPeople, takeDown } from './lib/clone/bring-up.mjs';
import { tasks } from './lib/clone/programs.mjs';
import { announce, claimClone, withdrawAnnouncement } from './lib/clone/running.mjs';
import { self } from './lib/processes/identity.mjs';
import { runTask } from './lib/processes/run.mjs';
import { onStopSignal } from './lib/processes/stop-signal.mjs';
import { ensureDependencies } from './lib/setup/dependencies.mjs';
import { ensureTemporalProgram, temporalCli, temporalTestServer } from './lib/setup/temporal.mjs';
import { command, say, seconds } from './lib/terminal.mjs';

/** `npm start`: sets up what is missing, starts everything, keeps it up until it is told to stop. */
await command(async () => {
  const began = performance.now();
  const leave = claimClone('已经启动 Already started');
  const { signal, told } = onStopSignal();
  /** @type {import('./lib/processes/service.mjs').Service[]} */
  const started = [];
  try {
    const programs = await setUp();
    signal.throwIfAborted();
    const environment = await bringUp(programs, started, signal);
    await welcome(environment, began);
    await told();
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    withdrawAnnouncement();
    await takeDown(started);
    leave();
  }
  return 0;
});

async function setUp() {
  await ensureDependencies('production');
  // With a Temporal server of one's own neither program is needed.
  const { TEMPORAL_ADDRESS: elsewhere } = process.env;
  if (elsewhere) return { temporalCli: undefined, testServer: undefined };
  return {
    temporalCli: await ensureTemporalProgram(temporalCli),
    testServer: await ensureTemporalProgram(temporalTestServer),
  };
}

/** @param {Record<string, string>} environment @param {number} began */
async function welcome(environment, began) {
  const addresses = forPeople(environment);
  announce({ process: self(), environment, addresses });
  say(`\n全部就绪 All is up (${seconds(began)})\n`);
  for (const [name, address] of Object.entries(addresses)) say(`  ${name}: ${address}`);
  say('');
  await runTask(tasks.welcome, { env: environment });
  say('\nCtrl-C 停止 stops everything.');
}
