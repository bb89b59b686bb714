/**
 * The order of all locks: the year (for commands on it or on a whole round), the round row, then obligations sorted by
 * id, then the update of the round row, then the end of the chain. A claim takes round and obligations in the same
 * order as a command, so the later of the two sees what the earlier one committed.
 */
import type { Db } from './pool.ts';

/**
 * `shared` is `for key share`: others may still update other columns of the row (with a plain `for share` two arrivals
 * would wait for each other's update), but it waits for `for update`, which `alone` takes.
 * @returns false when there is no such round
 */
export async function lockRound(tx: Db, round: string, how: 'shared' | 'alone'): Promise<boolean> {
  const clause = how === 'shared' ? 'for key share' : 'for update';
  const { rowCount } = await tx.query(`select 1 from round where id = $1 ${clause}`, [round]);
  return rowCount === 1;
}

/**
 * A command on a round that has not opened also signals the round's year, and `cancel-year` locks the year before its
 * rounds.
 */
export async function lockYearOf(tx: Db, round: string): Promise<void> {
  const { rows } = await tx.query<{ year: string }>(`select year from round where id = $1`, [
    round,
  ]);
  await lockObligations(
    tx,
    rows.map((row) => row.year),
  );
}

export async function lockObligations(tx: Db, ids: readonly string[]): Promise<void> {
  // A function in `from` returns its rows in the order of the array, so the locks are taken in that order.
  await tx.query(`select ${lockOn('id')} from unnest($1::text[]) as id`, [
    [...new Set(ids)].sort(),
  ]);
}

/** SQL that locks an obligation or a year. @param id an SQL expression */
export const lockOn = (id: string): string => `pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
