/** Deputies into whose calendar a mail has put the date of their unit. */
import type { Db } from './db/transaction.ts';

/** @returns those of the obligations */
export async function deputiesWithDate(
  db: Db,
  obligations: readonly string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ obligation: string }>(
    `select distinct obligation from delivery
      where obligation = any($1) and slot = 'deputy' and channel = 'email' and kind in ('notice', 'extended')
        and state in ('sent', 'delivered')`,
    [obligations],
  );
  return new Set(rows.map(({ obligation }) => obligation));
}
