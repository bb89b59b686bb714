/** A database of its own for each test file, cloned from a migrated template: made once per schema, fast to copy. */

import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '../../../store/db/migrate.ts';
import { connect, type Pool } from '../../../store/db/pool.ts';

export type TestDatabase = { readonly url: string; readonly pool: Pool; drop(): Promise<void> };

export async function createDatabase(): Promise<TestDatabase> {
  const admin = adminUrl();
  const template = await ensureTemplate(admin);
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onAdmin(admin, (client) => client.query(`create database ${name} template ${template}`));
  const url = urlOf(admin, name);
  const pool = connect(url, 20);
  return {
    url,
    pool,
    async drop() {
      await pool.end();
      await onAdmin(admin, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      );
    },
  };
}

function adminUrl(): string {
  const { DATABASE_ADMIN_URL: url } = process.env;
  if (!url) throw new Error('DATABASE_ADMIN_URL is missing: run the tests with npm test');
  return url;
}

const urlOf = (admin: string, name: string): string => {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
};

/** Two files at once: an advisory lock makes the second wait, then find it done. */
async function ensureTemplate(admin: string): Promise<string> {
  const name = `template_${schemaHash()}`;
  await onAdmin(admin, async (client) => {
    await client.query(`select pg_advisory_lock(7031)`);
    const { rowCount } = await client.query(`select 1 from pg_database where datname = $1`, [name]);
    if (rowCount === 1) return;
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate(urlOf(admin, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

function schemaHash(): string {
  const folder = fileURLToPath(new URL('../../../store/migrations', import.meta.url));
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(`${folder}/${file}`));
  return hash.digest('hex').slice(0, 12);
}

async function onAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database with one table of its own, for what holds of any transaction. */
export async function notesDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  await database.pool.query(`create table note (id int primary key, text text not null)`);
  return database;
}

export const INSERT = `insert into note (id, text) values ($1, $2)`;

export const keptIn = async (pool: Pool) =>
  (await pool.query(`select id, text from note order by id`)).rows;
