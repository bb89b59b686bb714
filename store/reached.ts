/** Whether the liaison has been reached so far: confirmed the notice (签收), and the last message handed over. */
import type { Obligation } from '../domain/obligation.ts';
import type { Db } from './pool.ts';

export async function wasReached(db: Db, of: Obligation): Promise<boolean> {
  if (of.confirmedAt === null) return false;
  const { rows } = await db.query<{ state: string }>(
    `select state from delivery
      where obligation = $1 and slot = 'liaison' and channel in ('email', 'sms') and settled_at is not null
      order by at desc, state = 'sent' desc limit 1`,
    [of.id],
  );
  return rows[0]?.state === 'sent';
}
