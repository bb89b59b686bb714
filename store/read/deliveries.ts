/** Deliveries: one step × one slot × one channel, with its state; which ones failed, and who was reached. */

import {
  type DeliveryState,
  FAILED,
  GONE,
  hasGone,
  noAddress,
} from '../../domain/delivery/delivery.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import type { NamedDelivery } from '../../domain/obligation/transition/change.ts';
import type { MessageKind } from '../../domain/plan/message-kinds.ts';
import type { Channel, Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db, ms, sqlList } from '../db/pool.ts';
import { needsRelease } from './tasks.ts';

export type Delivery = {
  readonly key: string;
  readonly round: string;
  readonly obligation: string | null;
  readonly cycle: number;
  readonly step: string;
  readonly kind: MessageKind;
  readonly slot: Slot;
  readonly channel: Channel;
  readonly state: DeliveryState;
  readonly at: Instant;
  readonly notAfter: Instant;
  readonly insteadOf: string | null;
  readonly person: string | null;
  readonly message: string | null;
  /** What was prepared for release; for what is about a round, what it says or asks about. */
  readonly content: unknown;
  readonly reason: string | null;
  readonly settledAt: Instant | null;
};

const columns = `key, round, obligation, cycle, step, kind, slot, channel, state, at, not_after as "notAfter",
  instead_of as "insteadOf", person, message, content, reason, settled_at as "settledAt"`;

/** The same columns as JSON, from a delivery `d`. */
export const DELIVERY_AS_JSON = `jsonb_build_object('key', d.key, 'round', d.round, 'obligation', d.obligation,
  'cycle', d.cycle, 'step', d.step, 'kind', d.kind, 'slot', d.slot, 'channel', d.channel, 'state', d.state,
  'at', ${ms('d.at')}, 'notAfter', ${ms('d.not_after')}, 'insteadOf', d.instead_of, 'person', d.person,
  'message', d.message, 'content', d.content, 'reason', d.reason, 'settledAt', ${ms('d.settled_at')})`;

export async function findDelivery(db: Db, key: string): Promise<Delivery | null> {
  const { rows } = await db.query<Delivery>(`select ${columns} from delivery where key = $1`, [
    key,
  ]);
  return rows[0] ?? null;
}

/** The delivery named by a command on that obligation. */
export async function findNamed(
  db: Db,
  key: string,
  obligation: string,
): Promise<NamedDelivery | null> {
  const { rows } = await db.query<NamedDelivery>(
    `select d.state, d.kind, d.slot, d.channel, d.cycle, d.reason, ${needsRelease('d.key')} as "needsRelease",
            exists (select 1 from delivery later
                     where later.obligation = d.obligation and later.key <> d.key and later.at >= d.at
                       and later.kind = d.kind and later.slot = d.slot and later.channel = d.channel
                       and later.state in ('planned', 'held', 'sending', 'sent', 'delivered'))
         or exists (select 1 from step s
                     where s.obligation = d.obligation and s.state = 'planned' and s.key like 'resend-%'
                       and s.kind = d.kind and s.addressing->0->>'slot' = d.slot
                       and s.addressing->0->'channels'->>0 = d.channel) as "isFollowed"
       from delivery d where d.key = $1 and d.obligation = $2`,
    [key, obligation],
  );
  return rows[0] ?? null;
}

export async function deliveriesOfStep(
  db: Db,
  obligation: string,
  cycle: number,
  step: string,
): Promise<Delivery[]> {
  const { rows } = await db.query<Delivery>(
    `select ${columns} from delivery where obligation = $1 and cycle = $2 and step = $3 order by key`,
    [obligation, cycle, step],
  );
  return rows;
}

/** Deliveries that a message carries or carried. */
export async function deliveriesOfMessage(db: Db, message: string): Promise<Delivery[]> {
  const { rows } = await db.query<Delivery>(
    `select ${columns} from delivery where message = $1 order by key`,
    [message],
  );
  return rows;
}

/**
 * Messages to the bureau, or to liaisons before the round opens, that are still to be sent or were being sent when a
 * worker died.
 */
export async function unsettledDeliveries(db: Db, round: string): Promise<Delivery[]> {
  const { rows } = await db.query<Delivery>(
    `select ${columns} from delivery
      where round = $1 and obligation is null and state in ('planned', 'sending') order by at, key`,
    [round],
  );
  return rows;
}

export type FailedDelivery = {
  readonly key: string;
  /** Null for messages to the bureau or its work group. */
  readonly obligation: string | null;
  readonly period: string;
  /** Empty for the bureau: its code and name are not in this table. */
  readonly unit: string;
  readonly unitName: string;
  readonly step: string;
  readonly kind: MessageKind;
  readonly slot: Slot;
  readonly channel: Channel;
  readonly state: DeliveryState | 'failed for now';
  readonly person: string | null;
  readonly reason: string | null;
  readonly at: Instant;
  readonly attempts: number;
  /**
   * A message of the same step or a later one reached the same role of the unit by any channel; for the bureau: the
   * same person by the same channel.
   */
  readonly reachedSince: boolean;
  /** The delivery that replaced it. */
  readonly followedBy: {
    readonly slot: Slot;
    readonly channel: Channel;
    readonly state: DeliveryState;
  } | null;
};

/** Newest first. */
export async function readFailedDeliveries(db: Db, plan: string): Promise<FailedDelivery[]> {
  const { rows } = await db.query<FailedDelivery>(
    `select d.key, d.obligation, r.period, coalesce(o.unit, '') as unit,
            coalesce(o.unit_name, '') as "unitName", d.step, d.kind, d.slot, d.channel,
            case when m.state = 'failed for now' then m.state else d.state end as state, d.person,
            coalesce(d.reason, m.reason) as reason, coalesce(d.settled_at, d.at) as at,
            coalesce(m.attempts, 0) as attempts,
            exists (select 1 from delivery later
                     where later.round = d.round and later.obligation is not distinct from d.obligation
                       and later.slot = d.slot and later.state in ${sqlList(GONE)}
                       and (d.obligation is not null
                            or (later.channel = d.channel and later.person is not distinct from d.person))
                       and (coalesce(later.settled_at, later.at) >= coalesce(d.settled_at, d.at)
                            or (d.obligation is not null and later.cycle = d.cycle and later.step = d.step))
                       and later.key <> d.key) as "reachedSince",
            (select jsonb_build_object('slot', f.slot, 'channel', f.channel, 'state', f.state) from (
               select slot, channel, state, at from delivery
                where obligation = d.obligation and instead_of = d.key
               union all
               select 'officer', 'task', 'sent', since from task
                where obligation = d.obligation and id in ('unreachable#' || d.key, 'unknown#' || d.key)
               order by at limit 1) f) as "followedBy"
       from delivery d join round r on r.id = d.round left join obligation o on o.id = d.obligation
            left join message m on m.key = d.message
      where r.plan = $1 and r.phase = 'open' and d.channel <> 'task'
        and (d.state in ${sqlList(FAILED)}
             or (d.state = 'skipped' and d.slot <> 'deputy' and d.reason = any($2))
             or (d.state in ('planned', 'sending') and m.state = 'failed for now'))
      order by coalesce(d.settled_at, d.at) desc, d.key`,
    [plan, [noAddress('email'), noAddress('sms')]],
  );
  return rows;
}

export async function wasReached(db: Db, of: Obligation): Promise<boolean> {
  if (of.confirmedAt === null) return false;
  const { rows } = await db.query<{ state: DeliveryState }>(
    `select state from delivery
      where obligation = $1 and slot = 'liaison' and channel in ('email', 'sms') and settled_at is not null
      order by at desc, state in ${sqlList(GONE)} desc limit 1`,
    [of.id],
  );
  const last = rows[0]?.state;
  return last !== undefined && hasGone(last);
}

/** Whether the unit was reached, or confirmed (签收), after that delivery had failed. */
export async function reachedSince(db: Db, of: Obligation, failed: string): Promise<boolean> {
  const { rows } = await db.query<{ reached: boolean }>(
    `select f.settled_at < $3::timestamptz
         or exists (select 1 from delivery d
                     where d.obligation = $1 and d.slot in ('liaison', 'deputy') and d.channel in ('email', 'sms')
                       and d.state in ${sqlList(GONE)} and d.settled_at > f.settled_at) as reached
       from delivery f where f.key = $2`,
    [of.id, failed, at(of.confirmedAt)],
  );
  return rows[0]?.reached ?? false;
}

/** @returns the obligations whose deputy has been told a date */
export async function deputiesWithDate(
  db: Db,
  obligations: readonly string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ obligation: string }>(
    `select distinct obligation from delivery
      where obligation = any($1) and slot = 'deputy' and channel = 'email' and kind in ('notice', 'extended')
        and state in ${sqlList(GONE)}`,
    [obligations],
  );
  return new Set(rows.map(({ obligation }) => obligation));
}
