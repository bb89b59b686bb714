/**
 * Brings the database to the newest schema. Of two processes at once, the second waits and finds nothing left to do.
 */

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import type { Db } from './pool.ts';

export async function migrate(url: string): Promise<string[]> {
  const done = await runner({
    databaseUrl: url,
    dir: fileURLToPath(new URL('../migrations', import.meta.url)),
    direction: 'up',
    migrationsTable: 'migration',
    advisoryLockMode: 'wait',
    log: () => {},
  });
  return done.map((migration) => migration.name);
}

/** Names of migrations in this program that the database has not run. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const folder = fileURLToPath(new URL('../migrations', import.meta.url));
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.replace(/\.sql$/, ''))
    .sort();
  const { rows } = await db.query<{ there: string | null }>(
    `select to_regclass('migration')::text as there`,
  );
  if (rows[0]?.there == null) return names;
  const { rows: done } = await db.query<{ name: string }>(`select name from migration`);
  const known = new Set(done.map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}
