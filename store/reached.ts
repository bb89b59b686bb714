/** Whether the liaison has been reached so far: confirmed the notice (签收), and the last message handed over. */
import { type DeliveryState, hasGone } from '../domain/delivery/delivery.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import { at, type Db } from './db/transaction.ts';

export async function wasReached(db: Db, of: Obligation): Promise<boolean> {
  if (of.confirmedAt === null) return false;
  const { rows } = await db.query<{ state: DeliveryState }>(
    `select state from delivery
      where obligation = $1 and slot = 'liaison' and channel in ('email', 'sms') and settled_at is not null
      order by at desc, state in ('sent', 'delivered') desc limit 1`,
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
                       and d.state in ('sent', 'delivered') and d.settled_at > f.settled_at) as reached
       from delivery f where f.key = $2`,
    [of.id, failed, at(of.confirmedAt)],
  );
  return rows[0]?.reached ?? false;
}
