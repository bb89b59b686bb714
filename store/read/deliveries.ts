/** What did not get through in rounds that are still open, or not yet, what took its place and whether something did. */
import { type DeliveryState, noAddress } from '../../domain/delivery/delivery.ts';
import type { Channel, MessageKind, Slot } from '../../domain/plan/policy.ts';
import type { Instant } from '../../domain/time/time.ts';
import type { Db } from '../db/transaction.ts';

export type FailedDelivery = {
  readonly key: string;
  /** Null where the bureau itself, or its work group, was to be told. */
  readonly obligation: string | null;
  readonly period: string;
  /** The bureau's own code and name are not here: empty. */
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
   * A message of the same step, or a later one, to the same role of the unit got through, whichever way; of the bureau
   * to the same person by the same way.
   */
  readonly reachedSince: boolean;
  /** What took its place. */
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
                       and later.slot = d.slot and later.state in ('sent', 'delivered')
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
        and (d.state in ('rejected', 'unknown', 'given up')
             or (d.state = 'skipped' and d.slot <> 'deputy' and d.reason = any($2))
             or (d.state in ('planned', 'sending') and m.state = 'failed for now'))
      order by coalesce(d.settled_at, d.at) desc, d.key`,
    [plan, [noAddress('email'), noAddress('sms')]],
  );
  return rows;
}
