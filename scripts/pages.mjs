import { tasks } from './lib/clone/programs.mjs';
import { runWithTestServices } from './lib/setup/test-services.mjs';

/** `npm run pages`: every page and every message with sample data, as pictures and files to look at. Arguments are passed on. */
await runWithTestServices(tasks.pages);
