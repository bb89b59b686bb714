/** Whether the host's clock and the database's agree: instants of receipt are taken from one, ordered by the other. */
import { Problem } from '../domain/problem.ts';
import type { Db } from './db/transaction.ts';

export const CLOCKS_MAY_DIFFER_MS = 2_000;

/** Database clock minus host clock in ms, as exact as the way there and back is short. */
export async function clockDifference(db: Db): Promise<number> {
  const asked = Date.now();
  const { rows } = await db.query<{ now: number }>(
    `select extract(epoch from clock_timestamp())::float8 * 1000 as now`,
  );
  const answered = Date.now();
  const difference = (rows[0]?.now ?? asked) - (asked + answered) / 2;
  const uncertain = (answered - asked) / 2;
  return Math.abs(difference) <= uncertain ? 0 : Math.round(difference);
}

/** Receiving stops rather than to write down a wrong time of receipt. @throws Problem `unavailable` */
export async function refuseWhenClocksDiffer(db: Db): Promise<void> {
  const difference = await clockDifference(db);
  if (Math.abs(difference) <= CLOCKS_MAY_DIFFER_MS) return;
  throw new Problem(
    'unavailable',
    `本机与数据库的时钟相差${(difference / 1000).toFixed(1)}秒（最多允许2秒），暂停接收；请校准两边的时间后重试。`,
  );
}
