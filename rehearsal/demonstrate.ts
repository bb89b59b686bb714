/** `npm start` runs this first. Does nothing when the database has its demonstration already. */
import { readConfig } from '../config.ts';
import { connect } from '../store/db/pool.ts';
import { isMade } from '../store/read/installation.ts';

const [folder = '', sandboxDir = ''] = process.argv.slice(2);
const config = readConfig(process.env);
const pool = connect(config.DATABASE_URL, 30);
try {
  if (!(await isMade(pool))) {
    // Imported only when needed: loading the whole product takes seconds.
    const { demonstrate } = await import('./demonstration.ts');
    await demonstrate(pool, folder, sandboxDir, config);
  }
} finally {
  await pool.end();
}
