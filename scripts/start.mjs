import { forPeople } from './lib/addresses.mjs';
import { bringUp, takeDown } from './lib/bring-up.mjs';
import { tasks } from './lib/children.mjs';
import { command } from './lib/command.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { self } from './lib/process-identity.mjs';
import { announce, claimClone, withdrawAnnouncement } from './lib/running.mjs';
import { say, seconds } from './lib/steps.mjs';
import { onStopSignal } from './lib/stop-signal.mjs';
import { runTask } from './lib/task.mjs';
import { ensureTemporalProgram } from './lib/temporal-binaries.mjs';
import { temporalCli, temporalTestServer } from './lib/temporal-programs.mjs';

/** `npm start`: sets up what is missing, starts everything, keeps it up until it is told to stop. */
await command(async () => {
  const began = performance.now();
  const leave = claimClone('已经启动 Already started');
  const { signal, told } = onStopSignal();
  /** @type {import('./lib/service.mjs').Service[]} */
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
  await ensureDependencies();
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
