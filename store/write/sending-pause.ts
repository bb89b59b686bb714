/** Writes `sending_pause` and its mark on the rounds: pauses all sending of a plan and resumes it. */
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';
import type { SendingPause } from '../read/plans.ts';

/** First the row, for a round that opens at this moment; then the rounds: claims wait for their locks. */
export async function pausePlan(tx: Db, plan: string, pause: SendingPause): Promise<void> {
  await tx.query(`insert into sending_pause (plan, since, by, reason) values ($1, $2, $3, $4)`, [
    plan,
    at(pause.since),
    pause.by,
    pause.reason,
  ]);
  await markRounds(tx, plan, true);
}

export async function resumePlan(tx: Db, plan: string, now: Instant, by: string): Promise<void> {
  await tx.query(
    `update sending_pause set ended_at = $2, ended_by = $3 where plan = $1 and ended_at is null`,
    [plan, at(now), by],
  );
  await markRounds(tx, plan, false);
}

async function markRounds(tx: Db, plan: string, paused: boolean): Promise<void> {
  // The order in which every transaction locks several rounds.
  await tx.query(`select 1 from round where plan = $1 order by id for update`, [plan]);
  await tx.query(`update round set plan_paused = $2 where plan = $1`, [plan, paused]);
}

/** A round that opens takes over the plan's pause. Call with the round locked `alone`. */
export async function takeOverPause(tx: Db, round: string): Promise<void> {
  await tx.query(
    `update round r set plan_paused = exists (select 1 from sending_pause p where p.plan = r.plan and p.ended_at is null)
      where r.id = $1`,
    [round],
  );
}
