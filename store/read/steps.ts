/** Statements on `step`: the planned moments of an obligation. */
import type { Step } from '../../domain/ladder/step.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db, ms, write } from '../db/transaction.ts';
import { NOT_TRIED_AGAIN } from '../write/deliveries.ts';

const columns = `obligation, cycle, key, kind, state, at, not_after as "notAfter", first_at as "firstAt", addressing,
  reason`;

/** Of a step `s`, what the columns above are. */
export const STEP_AS_JSON = `jsonb_build_object('obligation', s.obligation, 'cycle', s.cycle, 'key', s.key,
  'kind', s.kind, 'state', s.state, 'at', ${ms('s.at')}, 'notAfter', ${ms('s.not_after')},
  'firstAt', ${ms('s.first_at')}, 'addressing', s.addressing, 'reason', s.reason)`;

export async function readSteps(db: Db, obligation: string): Promise<Step[]> {
  const { rows } = await db.query<Step>(
    `select ${columns} from step where obligation = $1 order by cycle, at, key`,
    [obligation],
  );
  return rows;
}

/** Of all obligations of a round, by obligation. */
export async function readStepsOfAll(db: Db, round: string): Promise<Map<string, Step[]>> {
  const { rows } = await db.query<Step>(
    `select ${columns} from step where obligation in (select id from obligation where round = $1)
      order by obligation, cycle, at, key`,
    [round],
  );
  const byObligation = new Map<string, Step[]>(rows.map(({ obligation }) => [obligation, []]));
  for (const step of rows) byObligation.get(step.obligation)?.push(step);
  return byObligation;
}

export async function findStep(
  db: Db,
  obligation: string,
  cycle: number,
  key: string,
): Promise<Step | null> {
  const { rows } = await db.query<Step>(
    `select ${columns} from step where obligation = $1 and cycle = $2 and key = $3`,
    [obligation, cycle, key],
  );
  return rows[0] ?? null;
}

/** Writes new steps and what became of known ones; what has been performed is never touched again. */
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

/** Call under the obligation's lock, of a planned step. */
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

/** Ends what a round that is over still had planned, held, or for an officer to do. */
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

/** A step of the ladder was performed that had been planned for a later moment. */
export async function isFollowedBy(
  db: Db,
  of: { readonly id: string; readonly cycle: number },
  moment: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from step where obligation = $1 and cycle = $2 and state = 'performed' and at > $3
        and kind in ('notice', 'reminder', 'due', 'chase', 'press', 'supervise') limit 1`,
    [of.id, of.cycle, at(moment)],
  );
  return rowCount === 1;
}
