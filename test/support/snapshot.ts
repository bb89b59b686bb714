/** Everything that a refused command must leave alone, as one value to compare; the audit trail is not part of it. */

import type { Pool } from '../../store/db/transaction.ts';
import { readObligations } from '../../store/read/obligations.ts';
import { findRound } from '../../store/read/rounds.ts';

export async function snapshot(pool: Pool, round: string): Promise<unknown> {
  const { rows } = await pool.query(
    `select (select count(*) from outbox) as outbox, (select count(*) from submission) as submissions,
            (select count(*) from step) as steps, (select count(*) from task) as tasks,
            (select count(*) from delivery) as deliveries, (select jsonb_agg(y order by id) from reporting_year y) as years`,
  );
  return [await findRound(pool, round), await readObligations(pool, round), rows];
}

export const trailLength = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ entries: number }>(`select count(*) as entries from command`);
  return rows[0]?.entries ?? 0;
};
