/** `npm run chaos [-- --seeds 1,2,3 --gap 20]`: one round for each seed; ends with 1 when any count is not 0. */
import { parseArgs } from 'node:util';
import { onStopSignal } from '../../scripts/lib/processes/stop-signal.mjs';
import { isGood, runSeed, type SeedResult } from './run-seed.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5,6,7,8,9,10' },
    gap: { type: 'string', default: '20' },
  },
});
const { TEMPORAL_CLI_PATH: temporalCli = '' } = process.env;
if (temporalCli === '')
  throw new Error('TEMPORAL_CLI_PATH is missing: run this with npm run chaos');
const crash = new AbortController();
// An uncaught error ends the run as Ctrl-C does: its processes must not stay.
process.once('uncaughtException', (error) => {
  console.error(error);
  crash.abort();
});
const signal = AbortSignal.any([onStopSignal().signal, crash.signal]);
const results: SeedResult[] = [];
try {
  for (const seed of values.seeds.split(',').map(Number)) {
    console.log(`seed ${seed} …`);
    const result = await runSeed({ seed, gap: Number(values.gap), temporalCli, signal });
    results.push(result);
    console.log(tableOf([result]));
  }
} catch (error) {
  if (!signal.aborted) throw error;
} finally {
  if (results.length > 1) console.log(tableOf(results));
}
process.exitCode = !signal.aborted && results.every(isGood) ? 0 : 1;
