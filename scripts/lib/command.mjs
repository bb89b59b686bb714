import { explain } from './failure.mjs';
import { checkNode, say } from './terminal.mjs';

/**
 * Runs a command and ends the process with its exit code; a failure is explained and ends it with 1.
 * @param {() => Promise<number>} work
 */
export async function command(work) {
  try {
    checkNode();
    process.exitCode = await work();
  } catch (error) {
    say(`\n${explain(error)}`);
    process.exitCode = 1;
  }
}
