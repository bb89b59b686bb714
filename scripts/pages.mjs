import { tasks } from './lib/clone/programs.mjs';
import { runTask } from './lib/processes/run.mjs';
import { withTestServices } from './lib/setup/test-services.mjs';
import { command } from './lib/terminal.mjs';

/** `npm run pages`: every page and every message with sample data, as pictures and files to look at. */
await command(() =>
  withTestServices((env, signal) =>
    runTask([...tasks.pages, ...process.argv.slice(2)], { env, signal }),
  ),
);
