import pg from 'pg';

/**
 * One statement on a connection of its own.
 * @param {string} url @param {string} sql @param {unknown[]} [values]
 * @returns {Promise<Record<string, unknown>[]>}
 */
export async function query(url, sql, values = []) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that stops between two statements must not end this process.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Creates a database unless it exists. @param {string} adminUrl @param {string} name */
export async function createDatabase(adminUrl, name) {
  const found = await query(adminUrl, 'select 1 from pg_database where datname = $1', [name]);
  if (found.length === 0) await query(adminUrl, `create database ${pg.escapeIdentifier(name)}`);
}
