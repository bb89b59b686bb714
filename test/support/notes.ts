/** A database with one table of its own, for what holds of any transaction. */
import type { Pool } from '../../store/db/transaction.ts';
import { createDatabase, type TestDatabase } from './record/database.ts';

export async function notesDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  await database.pool.query(`create table note (id int primary key, text text not null)`);
  return database;
}

export const INSERT = `insert into note (id, text) values ($1, $2)`;

export const keptIn = async (pool: Pool) =>
  (await pool.query(`select id, text from note order by id`)).rows;
