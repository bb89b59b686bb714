import { runVitest } from './lib/run-vitest.mjs';
import { withTestServices } from './lib/setup/test-services.mjs';
import { command, say } from './lib/terminal.mjs';

/** `npm test [-- vitest's arguments]`: the set-up, all tests, and last a line with the counts. */
let counts = { passed: 0, failed: 1 };
await command(() =>
  withTestServices(async (env, signal) => {
    const { code, ...found } = await runVitest(process.argv.slice(2), { env, signal });
    counts = found;
    return code;
  }),
);
say(`${counts.passed} passed, ${counts.failed} failed`);
