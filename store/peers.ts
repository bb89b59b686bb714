/** Which other obligations the same mail or SMS is about. */
import { deliveryKey } from '../domain/delivery.ts';
import { partsOf } from '../domain/obligation.ts';
import type { Role } from '../domain/plan.ts';
import type { Slot } from '../domain/policy.ts';
import type { Db } from './pool.ts';

export type Peer = {
  readonly obligation: string;
  /** By its unit's contacts alone it may go to the same person: it depends on who stands in for whom that day. */
  readonly isCandidate: boolean;
};

/**
 * Those the delivery's message carries already; without a message, those of the round of which the same step, or its
 * delivery, still waits by the same channel at the same instant, and whose unit names an address that this unit names
 * too, be it the deputy's or a substitute's. In one statement, and from the addresses on: nearly always nobody else has
 * them, and of a round of thousands nothing more is read.
 */
export async function findPeers(
  db: Db,
  of: {
    readonly obligation: string;
    readonly cycle: number;
    readonly step: string;
    readonly slot: Slot;
    readonly role: Role;
    readonly channel: 'email' | 'sms';
  },
): Promise<Peer[]> {
  const { obligation, cycle, step, slot, role, channel } = of;
  const { plan, unit } = partsOf(obligation);
  const key = deliveryKey(obligation, cycle, step, slot, channel);
  const { rows } = await db.query<Peer>(
    `with mine as (select message, state from delivery where key = $1),
     own as (
       select ${addressOf('')} as address from contact
        where plan = $8 and unit = $9 and role in ($6, 'deputy') and ordinal = 1
       union
       select ${addressOf('substitute_')} from leave where plan = $8 and unit = $9 and role in ($6, 'deputy')),
     other as (
       select c.unit from own join contact c on c.plan = $8 and ${addressOf('c.')} = own.address
        where c.unit <> $9 and c.role in ($6, 'deputy') and c.ordinal = 1
       union
       select l.unit from own join leave l on l.plan = $8 and ${addressOf('l.substitute_')} = own.address
        where l.unit <> $9 and l.role in ($6, 'deputy'))
     select d.obligation, false as "isCandidate"
       from mine join delivery d on d.message = mine.message
      where d.obligation <> $2
     union
     select o.id, true
       from other
       join obligation self on self.id = $2
       join obligation o on o.id = self.round || '/' || other.unit
       join step s on s.obligation = self.id and s.cycle = $3 and s.key = $4
       join step t on t.obligation = o.id and t.cycle = o.cycle and t.kind = s.kind and t.at = s.at
       left join mine on true
       left join delivery d on d.obligation = o.id and d.cycle = t.cycle and d.step = t.key and d.slot = $5
                           and d.channel = $7
      where mine.message is null and coalesce(mine.state, s.state) = 'planned'
        and (t.state = 'planned' or (d.state = 'planned' and d.message is null))
      order by 1`,
    [key, obligation, cycle, step, slot, role, channel, plan, unit],
  );
  return rows;
}

const addressOf = (prefix: string): string =>
  `case when $7 = 'email' then lower(${prefix}email) else ${prefix}mobile end`;
