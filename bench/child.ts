/** Runs one measurement in a process of its own, so that none influences the next; main.ts starts it. */
import { measureBoard } from './board.ts';
import { measureBurst } from './burst/burst.ts';
import { measureEvents } from './events.ts';
import type { Measured } from './figure.ts';
import type { Measurement, Options } from './options.ts';
import { measureRehearsal } from './rehearsal.ts';
import { measureStart } from './start.ts';

const MEASURE: Readonly<Record<Measurement, (options: Options) => Promise<Measured>>> = {
  burst: measureBurst,
  events: measureEvents,
  rehearsal: measureRehearsal,
  board: measureBoard,
  start: measureStart,
};

// `exit` runs the handlers that end what each measurement started; the workers' own handlers would only stop the
// workers.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const [name = '', options = '{}'] = process.argv.slice(2);
const measured = await MEASURE[name as Measurement](JSON.parse(options));
process.send?.(measured);
process.disconnect?.();
