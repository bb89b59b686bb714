/** What a Temporal server has to be running, by the record. */
import type { Instant } from '../domain/time/time.ts';
import { at, type Db } from './db/transaction.ts';

/** Started years of which a round has not opened yet. */
export async function unfinishedYears(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select y.id from reporting_year y
      where y.phase = 'started' and exists (select 1 from round r where r.year = y.id and r.phase = 'planned')
      order by y.id`,
  );
  return rows.map((row) => row.id);
}

/** Obligations of a round of which something is planned for before then, or whose workflow has not seen all there is. */
export async function withSomethingBefore(db: Db, round: string, then: Instant): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select o.id from obligation o
      where o.round = $1
        and (o.looked_rev < o.rev
          or exists (select 1 from step s where s.obligation = o.id and s.state = 'planned' and s.at < $2)
          or exists (select 1 from delivery d
                      where d.obligation = o.id and d.state in ('planned', 'sending') and d.at < $2))
      order by o.ordinal`,
    [round, at(then)],
  );
  return rows.map((row) => row.id);
}

export async function openRounds(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from round where phase = 'open' order by id`,
  );
  return rows.map((row) => row.id);
}
