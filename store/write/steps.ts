/** Writes `step`. */

import type { Step } from '../../domain/ladder/step.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import { write } from '../db/transaction.ts';
import { NOT_TRIED_AGAIN } from './deliveries.ts';

/** Writes new steps and changed ones; a performed step never changes. */
export async function writeSteps(tx: Db, steps: readonly Step[], now: Instant): Promise<void> {
  if (steps.length === 0) return;
  await write(
    tx,
    `insert into step (obligation, cycle, key, kind, state, at, not_after, first_at, addressing, reason, settled_at)
     select s.obligation, s.cycle, s.key, s.kind, s.state, to_timestamp(s.at / 1000.0),
            to_timestamp(s."notAfter" / 1000.0), to_timestamp(s."firstAt" / 1000.0), s.addressing, s.reason,
            case when s.state = 'planned' then null else $2::timestamptz end
       from jsonb_to_recordset($1) as s(obligation text, cycle int, key text, kind text, state text, at float8,
            "notAfter" float8, "firstAt" float8, addressing jsonb, reason text)
     on conflict (obligation, cycle, key) do update
        set state = excluded.state, at = excluded.at, not_after = excluded.not_after,
            addressing = excluded.addressing, reason = excluded.reason, settled_at = excluded.settled_at
      where step.state <> 'performed'`,
    [JSON.stringify(steps), at(now)],
  );
}

/** Call under the obligation's lock, for a planned step. */
export const markPerformed = (
  tx: Db,
  { obligation, cycle, key }: Pick<Step, 'obligation' | 'cycle' | 'key'>,
  now: Instant,
): Promise<void> =>
  write(
    tx,
    `update step set state = 'performed', settled_at = $4
      where obligation = $1 and cycle = $2 and key = $3 and state = 'planned'`,
    [obligation, cycle, key, at(now)],
  );

/** The round is over: cancels its planned steps, waiting and held deliveries, and open tasks. */
export async function cancelStepsOfRound(
  tx: Db,
  round: string,
  reason: string,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update step set state = 'cancelled', reason = $2, settled_at = $3
      where state = 'planned' and obligation in (select id from obligation where round = $1)`,
    [round, reason, at(now)],
  );
  await tx.query(
    `with dropped as (
       update delivery set state = 'cancelled', reason = $2, settled_at = $3
        where state in ('planned', 'held') and round = $1 and obligation is not null
        returning key, message)
     update message m set state = ${NOT_TRIED_AGAIN}, reason = $2, settled_at = $3
       from dropped where m.key = dropped.message and m.owner = dropped.key and m.state in ('failed for now', 'sending')`,
    [round, reason, at(now)],
  );
  await tx.query(
    `update task set done_at = $2, done_by = '系统' where round = $1 and done_at is null`,
    [round, at(now)],
  );
}
