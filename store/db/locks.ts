/**
 * The order of all locks: the year (for commands on it or on a whole round), round row, then obligations sorted by id,
 * then the update of the round row, then the end of the chain.
 * The claim of a message takes the first two in the same order, so of a claim and a command the later sees the earlier.
 */
import type { Db } from './pool.ts';

/**
 * `shared` is `for key share`: it lets others update the row's other columns (a plain `for share` would make two
 * arrivals wait for each other's update), yet waits for `for update`, which is what `alone` takes.
 * @returns false when there is no such round
 */
export async function lockRound(tx: Db, round: string, how: 'shared' | 'alone'): Promise<boolean> {
  const clause = how === 'shared' ? 'for key share' : 'for update';
  const { rowCount } = await tx.query(`select 1 from round where id = $1 ${clause}`, [round]);
  return rowCount === 1;
}

/** A command on a round that has not opened also tells its year, which `cancel-year` locks before its rounds. */
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
  // A function in `from` gives its rows in their order, and so the locks are taken.
  await tx.query(`select ${lockOn('id')} from unnest($1::text[]) as id`, [
    [...new Set(ids)].sort(),
  ]);
}

/** Of an obligation, or of a year: as an expression over its id. */
export const lockOn = (id: string): string => `pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
