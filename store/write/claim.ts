/** Which other obligations, of the same plan or another, the same mail or SMS is about. */
import { deliveryKey } from '../../domain/delivery/delivery.ts';
import { partsOf } from '../../domain/obligation/obligation.ts';
import type { Role } from '../../domain/plan/plan.ts';
import type { Slot } from '../../domain/plan/policy.ts';
import type { Db } from '../db/transaction.ts';

export type FoundPeer = {
  readonly obligation: string;
  readonly cycle: number;
  readonly step: string;
  /** For whom of that unit the step is, by this channel. */
  readonly slots: readonly Slot[];
  /** By its unit's contacts alone it may go to the same person: it depends on who stands in for whom that day. */
  readonly isCandidate: boolean;
};

type Of = {
  readonly obligation: string;
  readonly cycle: number;
  readonly step: string;
  readonly slot: Slot;
  readonly role: Role;
  readonly channel: 'email' | 'sms';
};

/** Nearly always nobody else names an address that this unit names, and this short question tells so. */
export async function sharesAddress(
  db: Db,
  { obligation, role, channel }: Pick<Of, 'obligation' | 'role' | 'channel'>,
): Promise<boolean> {
  const { plan, unit } = partsOf(obligation);
  const { rows } = await db.query<{ shares: boolean }>(
    `with ${others(channel)} select exists (select 1 from other) as shares`,
    [plan, unit, role],
  );
  return rows[0]?.shares ?? false;
}

/**
 * Those the delivery's message carries already; without a message, those of open rounds of which a step of the same kind,
 * or a delivery of it, still waits by the same channel at the same instant, and whose unit names an address that this
 * unit names too, be it the deputy's or a substitute's. From the addresses on, so that of a round of thousands nothing
 * more is read.
 */
export async function findPeers(db: Db, of: Of): Promise<FoundPeer[]> {
  const { obligation, cycle, step, slot, role, channel } = of;
  const { plan, unit } = partsOf(obligation);
  const key = deliveryKey(obligation, cycle, step, slot, channel);
  const { rows } = await db.query<FoundPeer>(
    `with ${others(channel)},
     mine as (select message, state, kind, at from delivery where key = $4)
     select d.obligation, d.cycle, d.step, array[d.slot] as slots, false as "isCandidate"
       from mine join delivery d on d.message = mine.message
      where d.obligation <> $5
     union all
     select o.id, t.cycle, t.key,
            array(select each->>'slot' from jsonb_array_elements(t.addressing) as each where each->'channels' ? $8), true
       from (select distinct plan, unit from other) as other
       join round r on r.plan = other.plan and r.phase = 'open'
       join obligation o on o.id = r.id || '/' || other.unit
       join step s on s.obligation = $5 and s.cycle = $6 and s.key = $7
       join step t on t.obligation = o.id and t.cycle = o.cycle and t.kind = s.kind and t.at = s.at
       left join mine on true
      where mine.message is null and coalesce(mine.state, s.state) = 'planned'
        and (t.state = 'planned'
             or exists (select 1 from delivery d
                         where d.obligation = o.id and d.cycle = t.cycle and d.step = t.key and d.channel = $8
                           and d.state = 'planned' and d.message is null))
     union all
     select o.id, d.cycle, d.step, array[d.slot], true
       from (select distinct plan, unit from other) as other
       join round r on r.plan = other.plan and r.phase = 'open'
       join obligation o on o.id = r.id || '/' || other.unit
       join mine on mine.message is null and mine.state = 'planned'
       join delivery d on d.obligation = o.id and d.state = 'planned' and d.message is null and d.channel = $8
                      and d.kind = mine.kind and d.at = mine.at
      order by 1`,
    [plan, unit, role, key, obligation, cycle, step, channel],
  );
  return rows;
}

type Prefix = '' | 'substitute_' | 'c.' | 'l.substitute_';

/**
 * `other`: units that name an address by that channel which unit $2 of plan $1 names too, for role $3 or its deputy. The
 * same unit owes in another plan as another.
 */
const others = (channel: Of['channel']): string => {
  // Not by a parameter: a plan for both channels could use the index of neither.
  const address = (of: Prefix) => (channel === 'email' ? `lower(${of}email)` : `${of}mobile`);
  return `
     own as (
       select ${address('')} as address from contact
        where plan = $1 and unit = $2 and role in ($3, 'deputy') and ordinal = 1
       union
       select ${address('substitute_')} from leave where plan = $1 and unit = $2 and role in ($3, 'deputy')),
     other as (
       select c.plan, c.unit from own join contact c on ${address('c.')} = own.address
        where (c.plan <> $1 or c.unit <> $2) and c.ordinal = 1
       union all
       select l.plan, l.unit from own join leave l on ${address('l.substitute_')} = own.address
        where l.plan <> $1 or l.unit <> $2)`;
};
