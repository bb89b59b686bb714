/** What a Temporal server has to be running, by the record. */
import type { Db } from './pool.ts';

/** Started years of which a round has not opened yet. */
export async function unfinishedYears(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select y.id from reporting_year y
      where y.phase = 'started' and exists (select 1 from round r where r.year = y.id and r.phase = 'planned')
      order by y.id`,
  );
  return rows.map((row) => row.id);
}

export async function openRounds(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from round where phase = 'open' order by id`,
  );
  return rows.map((row) => row.id);
}
