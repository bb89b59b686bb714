import { tasks } from './lib/clone/programs.mjs';
import { runWithTestServices } from './lib/setup/test-services.mjs';

/** `npm run chaos`: the round whose processes are killed. Arguments are passed on. */
await runWithTestServices(tasks.chaos);
