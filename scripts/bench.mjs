import { tasks } from './lib/clone/programs.mjs';
import { runWithTestServices } from './lib/setup/test-services.mjs';

/** `npm run bench`: the timed runs. Arguments are passed on. */
await runWithTestServices(tasks.bench);
