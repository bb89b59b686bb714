/** What a claim reads under its locks, in few statements: the delivery, its address, and who shares the message. */

import { type DeadMailbox, deliveryKey } from '../../domain/delivery/delivery.ts';
import type { Step } from '../../domain/ladder/step.ts';
import { type Obligation, partsOf } from '../../domain/obligation/obligation.ts';
import type { Roster } from '../../domain/people/recipient.ts';
import type { Role } from '../../domain/plan/plan.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db, ms } from '../db/pool.ts';
import { rosterOf } from '../read/contacts.ts';
import { DELIVERY_AS_JSON, type Delivery } from '../read/deliveries.ts';
import { MESSAGE_COLUMNS, type Message } from '../read/messages.ts';
import {
  noObligation,
  OBLIGATION_COLUMNS,
  type ObligationRow,
  toObligation,
} from '../read/obligations.ts';
import { STEP_AS_JSON } from '../read/steps.ts';

type Known = {
  readonly of: Obligation;
  /** Null until its step is performed. */
  readonly delivery: Delivery | null;
  readonly step: Step | null;
  /** Of the obligation's unit. */
  readonly roster: Roster;
};

type KnownRow = ObligationRow & Pick<Known, 'delivery' | 'step'> & Roster;

const KNOWN = `
  select ${OBLIGATION_COLUMNS},
         (select ${DELIVERY_AS_JSON} from delivery d where d.key = $2) as delivery,
         (select ${STEP_AS_JSON} from step s where s.obligation = $1 and s.cycle = $3 and s.key = $4) as step,
         ${rosterOf('$5', '$6')}
    from obligation where id = $1`;

/** Call under the obligation's lock. Throws `not_found` for an obligation that does not exist. */
export async function readKnown(
  tx: Db,
  id: string,
  target: {
    readonly cycle: number;
    readonly step: string;
    readonly slot: Slot;
    readonly channel: Channel;
  },
): Promise<Known> {
  const { cycle, step, slot, channel } = target;
  const { plan, unit } = partsOf(id);
  const key = deliveryKey(id, cycle, step, slot, channel);
  const { rows } = await tx.query<KnownRow>(KNOWN, [id, key, cycle, step, plan, unit]);
  const [row] = rows;
  if (!row) throw noObligation(id);
  const { delivery, contacts, leaves } = row;
  return { of: toObligation(row), delivery, step: row.step, roster: { contacts, leaves } };
}

/** What is known about an address before a message is sent to it. One statement, because every message needs it. */
export type AddressRecord = {
  /** The message with that key, if there is one. */
  readonly message: Message | null;
  /** The same step has already reached that address by that channel, in another role. */
  readonly toldInOtherRole: boolean;
  /** Messages to it since then, in order; those that failed before they were handed over do not count. */
  readonly told: readonly Instant[];
  /** The newest bounce that marks it; always null for a mobile. */
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
    /** Message key. */
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

/** Another obligation, of the same plan or another, that the same mail or SMS is about. */
export type FoundPeer = {
  readonly obligation: string;
  readonly cycle: number;
  readonly step: string;
  /** The slots of that unit's step that use this channel. */
  readonly slots: readonly Slot[];
  /** Its unit's contacts alone suggest the same person; who stands in for whom that day decides. */
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

/**
 * A short check before `findPeers`: whether another unit has an address that this unit has. Nearly always there is
 * none.
 */
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
 * The obligations that the delivery's message already carries. Without a message: obligations of open rounds that have
 * a waiting step or delivery of the same kind, channel and instant, and whose unit shares an address with this unit
 * (also through a deputy or a substitute). The query starts from the addresses, so it reads no more when a round has
 * thousands of units.
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
 * `other`: units with an address by that channel that unit $2 of plan $1 also has, for role $3 or its deputy. The same
 * unit in another plan counts as another unit.
 */
const others = (channel: Of['channel']): string => {
  // Not a parameter: a plan made for both channels could use the index of neither.
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
