/** `npm start` runs this before anything else starts; a database that has its demonstration is left alone. */
import { readConfig } from '../config.ts';
import { connect } from '../store/db/pool.ts';
import { isMade } from '../store/read/installation.ts';

const [folder = '', sandboxDir = ''] = process.argv.slice(2);
const config = readConfig(process.env);
const pool = connect(config.DATABASE_URL, 30);
try {
  if (!(await isMade(pool))) {
    // Loaded only now: the whole product takes seconds to load, and every later start only asks.
    const { demonstrate } = await import('./demonstration.ts');
    await demonstrate(pool, folder, sandboxDir, config);
  }
} finally {
  await pool.end();
}
