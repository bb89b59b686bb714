import { tasks } from './lib/children.mjs';
import { command } from './lib/command.mjs';
import { runTask } from './lib/task.mjs';
import { withTestServices } from './lib/test-services.mjs';

/** `npm run bench`: the set-up of `npm test`, then the timed runs. Arguments are handed on. */
await command(() =>
  withTestServices((env, signal) =>
    runTask([...tasks.bench, ...process.argv.slice(2)], { env, signal }),
  ),
);
