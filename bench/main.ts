/**
 * `npm run bench`: runs each measurement, prints a table, and writes a JSON file with machine, versions and every run.
 */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Problem } from '../domain/problem.ts';
import type { Figure, Measured } from './figure.ts';
import { describeMachine } from './machine.ts';
import { type Measurement, type Options, readOptions } from './options.ts';
import { type BenchResult, keep, terminalTable, writeIntoPage } from './result.ts';

try {
  process.exitCode = await main(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** @returns 1 when a measurement failed; a missed goal is a finding, not a failure */
async function main(options: Options): Promise<number> {
  const result = await measureAll(options);
  console.log(terminalTable(result.figures));
  for (const line of Object.values(result.notes).flat()) console.log(line);
  console.log(`\n${await keep(result)}`);
  if (options.write) await writeIntoPage(result);
  for (const name of result.failed)
    console.error(`${name} 没有完成，原因见上。It failed, see above.`);
  return result.failed.length === 0 ? 0 : 1;
}

async function measureAll(options: Options): Promise<BenchResult> {
  const machine = await describeMachine();
  const figures: Figure[] = [];
  const notes: Record<string, readonly string[]> = {};
  const failed: string[] = [];
  for (const name of options.only) {
    console.log(`${name} …`);
    const measured = await runChild(name, options);
    if (measured === null) failed.push(name);
    else {
      figures.push(...measured.figures);
      notes[name] = measured.notes;
    }
  }
  return { date: new Date().toISOString(), machine, options, figures, notes, failed };
}

/** @returns null when the measurement failed; it has printed why */
async function runChild(name: Measurement, options: Options): Promise<Measured | null> {
  const file = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = fork(file, [name, JSON.stringify(options)]);
  const end = () => child.kill('SIGTERM');
  process.once('SIGTERM', end);
  let measured: Measured | null = null;
  child.on('message', (message) => {
    measured = message as Measured;
  });
  const [code] = await once(child, 'exit');
  process.off('SIGTERM', end);
  return code === 0 ? measured : null;
}
