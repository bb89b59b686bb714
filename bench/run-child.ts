import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measured } from './figure.ts';
import type { Measurement, Options } from './options.ts';

/** @returns null when the measurement failed; it has said why on this terminal */
export async function runChild(name: Measurement, options: Options): Promise<Measured | null> {
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
