import { tasks } from './lib/children.mjs';
import { command } from './lib/command.mjs';
import { runTask } from './lib/task.mjs';
import { withTestServices } from './lib/test-services.mjs';

/** `npm run pages`: every page and every message with sample data, as pictures and files to look at. */
await command(() =>
  withTestServices((env, signal) =>
    runTask([...tasks.pages, ...process.argv.slice(2)], { env, signal }),
  ),
);
