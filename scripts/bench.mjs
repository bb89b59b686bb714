import { tasks } from './lib/clone/programs.mjs';
import { runTask } from './lib/processes/run.mjs';
import { withTestServices } from './lib/setup/test-services.mjs';
import { command } from './lib/terminal.mjs';

/** `npm run bench`: the set-up of `npm test`, then the timed runs. Arguments are handed on. */
await command(() =>
  withTestServices((env, signal) =>
    runTask([...tasks.bench, ...process.argv.slice(2)], { env, signal }),
  ),
);
