/** A database for one rehearsal, created on a server and dropped afterwards. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Problem } from '../../domain/problem.ts';
import { migrate } from '../../store/db/migrate.ts';
import { connect, type Pool } from '../../store/db/pool.ts';

export type Throwaway = { readonly pool: Pool; readonly url: string; drop(): Promise<void> };

/** @param settings of the database, for every connection */
export async function createThrowaway(
  adminUrl: string | undefined,
  settings: readonly string[] = [],
): Promise<Throwaway> {
  if (!adminUrl) {
    throw new Problem(
      'unavailable',
      '演练需要一个 Postgres 服务器（DATABASE_ADMIN_URL）；请用 npm run cuibao 运行，它会自动准备。',
    );
  }
  const name = `rehearsal_${process.pid}_${randomBytes(3).toString('hex')}`;
  await onServer(adminUrl, `create database ${name}`);
  for (const setting of settings) await onServer(adminUrl, `alter database ${name} set ${setting}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const pool = connect(url.href, 30);
  return {
    pool,
    url: url.href,
    async drop() {
      await pool.end();
      await onServer(adminUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    throw new Problem('unavailable', `数据库服务器连接不上或不允许建库：${String(error)}`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => {});
  }
}
