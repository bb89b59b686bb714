/** A message and the deliveries that go with it: what it leaves behind. */
import type { Instant } from '../domain/time/time.ts';
import { at, type Db } from './db/transaction.ts';

/**
 * A message goes on about some of what it carried; the rest is planned again. In a round that is over nothing is sent any
 * more: there it is not known whether the message had gone.
 * @returns the obligations of the rest
 */
export async function letOthersGo(
  tx: Db,
  message: string,
  kept: readonly string[],
  now: Instant,
): Promise<string[]> {
  const { rows } = await tx.query<{ obligation: string }>(
    `update delivery d
        set state = case when r.phase = 'open' then 'planned' else 'unknown' end,
            message = case when r.phase = 'open' then null else message end,
            settled_at = case when r.phase = 'open' then null else $3::timestamptz end
       from round r
      where r.id = d.round and d.message = $1 and d.key <> all($2) and d.state in ('planned', 'sending')
     returning d.obligation`,
    [message, kept, at(now)],
  );
  return rows.map((row) => row.obligation);
}
