/** Migrations that this program brings and the database has not had. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Db } from './transaction.ts';

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
