/** Writes `delivery`: new ones, and their outcomes. */

import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { HeldText } from '../../domain/delivery/message-text.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';
import type { Delivery } from '../read/deliveries.ts';

/** Other words for what is still held. */
export async function editHeld(tx: Db, key: string, document: HeldText): Promise<void> {
  await tx.query(`update delivery set content = $2 where key = $1 and state = 'held'`, [
    key,
    JSON.stringify(document),
  ]);
}

export async function insertDeliveries(tx: Db, deliveries: readonly Delivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await write(
    tx,
    `insert into delivery (key, round, obligation, cycle, step, kind, slot, channel, state, at, not_after, instead_of,
                           person, content, reason, settled_at)
     select d.key, d.round, d.obligation, d.cycle, d.step, d.kind, d.slot, d.channel, d.state,
            to_timestamp(d.at / 1000.0), to_timestamp(d."notAfter" / 1000.0), d."insteadOf", d.person, d.content,
            d.reason, to_timestamp(d."settledAt" / 1000.0)
       from jsonb_to_recordset($1) as d(key text, round text, obligation text, cycle int, step text, kind text,
            slot text, channel text, state text, at float8, "notAfter" float8, "insteadOf" text, person text,
            content jsonb, reason text, "settledAt" float8)
     on conflict (key) do nothing`,
    [JSON.stringify(deliveries)],
  );
}

/** `message` and `content` are set once and never removed. */
export async function settleDelivery(
  tx: Db,
  keys: string | readonly string[],
  to: {
    readonly state: DeliveryState;
    readonly reason?: string | null;
    readonly person?: string;
    readonly message?: string;
    readonly content?: unknown;
    readonly at?: Instant;
    readonly notAfter?: Instant;
  },
  settledAt: Instant | null,
): Promise<void> {
  await write(
    tx,
    `update delivery set state = $2, reason = $3, settled_at = $4, person = coalesce($5, person),
            message = coalesce($6, message), content = coalesce($7, content), at = coalesce($8, at),
            not_after = coalesce($9, not_after)
      where key = any($1)`,
    [
      [keys].flat(),
      to.state,
      to.reason ?? null,
      at(settledAt),
      to.person ?? null,
      to.message ?? null,
      to.content === undefined ? null : JSON.stringify(to.content),
      at(to.at),
      at(to.notAfter),
    ],
  );
}

/** A person released what was held, or dismissed it. */
export async function decideHeld(
  tx: Db,
  decision: { readonly key: string; readonly to: 'planned' | 'dismissed' },
  decidedAt: Instant,
): Promise<void> {
  await tx.query(
    `update delivery set state = $2::text, at = $3::timestamptz, not_after = $3::timestamptz,
            settled_at = case when $2::text = 'planned' then null else $3::timestamptz end
      where key = $1 and state = 'held'`,
    [decision.key, decision.to, at(decidedAt)],
  );
}

/**
 * The new state of a message `m` whose waiting delivery is cancelled: if an attempt was under way, it may have arrived.
 */
export const NOT_TRIED_AGAIN = `case m.state when 'sending' then 'unknown' else 'cancelled' end`;

/** Cancels what still waits or is held: the report has arrived, or the due date has changed. */
export async function cancelWaiting(
  tx: Db,
  obligation: string,
  which: { readonly beforeCycle?: number; readonly reason: string },
  now: Instant,
): Promise<void> {
  // Messages whose attempt failed or crashed would be tried again with their delivery; now they will not.
  await write(
    tx,
    `with dropped as (
       update delivery set state = 'cancelled', reason = $2, settled_at = $3
        where obligation = $1 and state in ('planned', 'held') and kind not in ('receipt', 'returned', 'extended')
          and ($4::int is null or cycle < $4)
        returning key, message),
     ended as (
       select key, message from dropped
        union select key, message from delivery where obligation = $1 and state = 'cancelled'),
     untried as (
       update message m set state = ${NOT_TRIED_AGAIN}, reason = $2, settled_at = $3
         from ended where m.key = ended.message and m.owner = ended.key and m.state in ('failed for now', 'sending'))
     update task set done_at = $3, done_by = '系统'
      where obligation = $1 and done_at is null and delivery in (select key from ended)`,
    [obligation, which.reason, at(now), which.beforeCycle ?? null],
  );
}
