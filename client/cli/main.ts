/** The command line `cuibao`. Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */

import { createProgram } from './program.ts';
import { failureOf } from './terminal/exit-code.ts';

// A reader that closes the pipe early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = createProgram({
  async settings() {
    const { readSomeConfig } = await import('../../config.ts');
    return readSomeConfig(process.env);
  },
});
try {
  await program.parseAsync();
} catch (error) {
  const { exitCode, sentence } = failureOf(error);
  if (sentence !== '') process.stderr.write(`${sentence}\n`);
  // Not process.exit(): output that is still being written to a pipe would be lost.
  process.exitCode = exitCode;
}
