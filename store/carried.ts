/** A message and the deliveries that go with it: which one a delivery may join, and what it leaves behind. */
import type { Instant } from '../domain/time.ts';
import type { Delivery } from './deliveries.ts';
import { MESSAGE_COLUMNS, type Message } from './messages.ts';
import { at, type Db } from './pool.ts';

/** The message of that key, and whether the same step has told that address by that channel already, in another role. */
export async function findMessageTo(
  db: Db,
  key: string,
  of: Pick<Delivery, 'obligation' | 'cycle' | 'step' | 'slot' | 'channel'>,
  address: string,
): Promise<{ readonly message: Message | null; readonly toldInOtherRole: boolean }> {
  const { rows } = await db.query<Omit<Message, 'key'> & { key: string | null; told: boolean }>(
    `select ${MESSAGE_COLUMNS}, told.told
       from (select exists (
               select 1 from delivery d join message m on m.key = d.message
                where d.obligation = $2 and d.cycle = $3 and d.step = $4 and d.channel = $5 and d.slot <> $6
                  and m.address = $7 and m.state in ('sending', 'sent', 'delivered')) as told) as told
       left join message on message.key = $1`,
    [key, of.obligation, of.cycle, of.step, of.channel, of.slot, address],
  );
  const [row] = rows;
  if (!row) throw new Error('one row is always there');
  const { told, key: found, ...rest } = row;
  return { message: found === null ? null : { ...rest, key: found }, toldInOtherRole: told };
}

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
