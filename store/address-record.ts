/** What the record says of an address before something is sent to it: in one statement, for every message asks. */
import type { DeadMailbox } from '../domain/delivery/delivery.ts';
import type { Instant } from '../domain/time/time.ts';
import { at, type Db, ms } from './db/transaction.ts';
import type { Delivery } from './write/deliveries.ts';
import { MESSAGE_COLUMNS, type Message } from './write/messages.ts';

export type AddressRecord = {
  /** The message that is asked for, if it is there. */
  readonly message: Message | null;
  /** The same step has told that address by that channel already, in another role. */
  readonly toldInOtherRole: boolean;
  /** When it was told something since, in order; what failed before it was handed over does not count. */
  readonly told: readonly Instant[];
  /** The newest bounce that marks it; null for a mobile, which nothing marks. */
  readonly bounced: DeadMailbox | null;
};

type AddressRow = Omit<Message, 'key'> & { key: string | null } & Omit<AddressRecord, 'message'>;

const ADDRESS_RECORD = `
  select ${MESSAGE_COLUMNS}, of.*
    from (select exists (
                   select 1 from delivery d join message m on m.key = d.message
                    where d.obligation = $2 and d.cycle = $3 and d.step = $4 and d.channel = $5 and d.slot <> $6
                      and m.address = $7 and m.state in ('sending', 'sent', 'delivered')) as "toldInOtherRole",
                 (select coalesce(jsonb_agg(${ms('m.claimed_at')} order by m.claimed_at), '[]') from message m
                   where m.address = $7 and m.claimed_at > $8
                     and m.state in ('sending', 'sent', 'delivered', 'unknown')) as told,
                 (select jsonb_build_object('at', ${ms('b.at')}, 'code', b.code) from bounced_address b
                   where b.address = $7 and b.verdict = 'undelivered' and b.cleared_at is null
                   order by b.at desc limit 1) as bounced) as of
    left join message on message.key = $1`;

export async function readAddressRecord(
  db: Db,
  of: {
    /** Lower case. */
    readonly address: string;
    readonly since: Instant;
    /** Its key. */
    readonly message: string;
    readonly delivery: Pick<Delivery, 'obligation' | 'cycle' | 'step' | 'slot' | 'channel'>;
  },
): Promise<AddressRecord> {
  const { obligation, cycle, step, slot, channel } = of.delivery;
  const told = [obligation, cycle, step, channel, slot, of.address];
  const { rows } = await db.query<AddressRow>(ADDRESS_RECORD, [of.message, ...told, at(of.since)]);
  const [row] = rows;
  if (!row) throw new Error('one row is always there');
  const { toldInOtherRole, told: since, bounced, key, ...rest } = row;
  const message = key === null ? null : { ...rest, key };
  return { message, toldInOtherRole, told: since, bounced };
}
