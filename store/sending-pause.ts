/** Whether all sending of a plan is halted; written by halt-sending.ts. */
import type { Instant } from '../domain/time/time.ts';
import type { Db } from './db/transaction.ts';

export type SendingPause = {
  readonly since: Instant;
  readonly by: string;
  readonly reason: string;
};

export async function findPause(db: Db, plan: string): Promise<SendingPause | null> {
  const { rows } = await db.query<SendingPause>(
    `select since, by, reason from sending_pause where plan = $1 and ended_at is null`,
    [plan],
  );
  return rows[0] ?? null;
}
