/** Brings the database to the newest schema. Two processes may do it at once: the second waits, then finds it done. */
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';

export async function migrate(url: string): Promise<string[]> {
  const done = await runner({
    databaseUrl: url,
    dir: fileURLToPath(new URL('./migrations', import.meta.url)),
    direction: 'up',
    migrationsTable: 'migration',
    advisoryLockMode: 'wait',
    log: () => {},
  });
  return done.map((migration) => migration.name);
}
