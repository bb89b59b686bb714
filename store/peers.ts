/** Which other obligations the same mail or SMS is about. */
import { deliveryKey } from '../domain/delivery.ts';
import { partsOf } from '../domain/obligation.ts';
import type { Role } from '../domain/plan.ts';
import type { Slot } from '../domain/policy.ts';
import type { Db } from './pool.ts';

/**
 * Those the delivery's message carries already; without a message, those of the round of which the same step, or its
 * delivery, still waits for the same address by the same channel at the same instant. In one statement, and from the
 * address on: nearly always nobody else has it, and of a round of thousands nothing more is read.
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
): Promise<string[]> {
  const { obligation, cycle, step, slot, role, channel } = of;
  const { plan, unit } = partsOf(obligation);
  const key = deliveryKey(obligation, cycle, step, slot, channel);
  const { rows } = await db.query<{ obligation: string }>(
    `with mine as (select message, state from delivery where key = $1)
     select d.obligation
       from mine join delivery d on d.message = mine.message
      where d.obligation <> $2
     union
     select o.id
       from obligation own
       join contact c on c.plan = $8 and c.unit = $9 and c.role = $6 and c.ordinal = 1
       join contact other on other.plan = c.plan and other.unit <> c.unit and other.role = c.role and other.ordinal = 1
        and case when $7 = 'email' then lower(other.email) = lower(c.email) else other.mobile = c.mobile end
       join obligation o on o.id = own.round || '/' || other.unit
       join step s on s.obligation = own.id and s.cycle = $3 and s.key = $4
       join step t on t.obligation = o.id and t.cycle = o.cycle and t.kind = s.kind and t.at = s.at
       left join mine on true
       left join delivery d on d.obligation = o.id and d.cycle = t.cycle and d.step = t.key and d.slot = $5
                           and d.channel = $7
      where own.id = $2 and mine.message is null and coalesce(mine.state, s.state) = 'planned'
        and (t.state = 'planned' or (d.state = 'planned' and d.message is null))
      order by 1`,
    [key, obligation, cycle, step, slot, role, channel, plan, unit],
  );
  return rows.map((row) => row.obligation);
}
