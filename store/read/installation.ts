/**
 * The installation: the settings fixed when its database was made, and whether database, clocks and outbox are well.
 */

import { Problem } from '../../domain/problem.ts';
import type { Db } from '../db/pool.ts';
import { type Rules, readRules } from './plans.ts';

export type Settings = {
  /** Plan time minus host time, in milliseconds; 0 in a real installation. */
  readonly offsetMs: number;
  /** Every message says 【演示】. */
  readonly demonstration: boolean;
};

export async function readSettings(db: Db): Promise<Settings> {
  const { rows } = await db.query<{ key: string; value: unknown }>(
    `select key, value from setting`,
  );
  const values = new Map(rows.map((row) => [row.key, row.value]));
  return {
    offsetMs: Number(values.get('offset-ms') ?? 0),
    demonstration: values.get('demonstration') === true,
  };
}

/** A demonstration writes its settings last, so they prove that it is complete. */
export async function isMade(db: Db): Promise<boolean> {
  const { rowCount } = await db.query(`select 1 from setting where key = 'offset-ms'`);
  return rowCount === 1;
}

/** What every page needs besides its own rows. */
export type Context = { readonly rules: Rules; readonly settings: Settings };

/** @throws Problem `not_found` while no plan of that name has been imported */
export async function readContext(db: Db, plan: string): Promise<Context> {
  return { rules: await readRules(db, plan), settings: await readSettings(db) };
}

export async function isDatabaseReachable(db: Db): Promise<boolean> {
  return db.query('select 1').then(
    () => true,
    () => false,
  );
}

/** Instants of receipt come from the host's clock and are ordered by the database's, so the two must agree. */
export const CLOCKS_MAY_DIFFER_MS = 2_000;

/** Database clock minus host clock in ms; the error is at most the round trip. */
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

/** Refuses reports rather than record a wrong time of receipt. @throws Problem `unavailable` */
export async function refuseWhenClocksDiffer(db: Db): Promise<void> {
  const difference = await clockDifference(db);
  if (Math.abs(difference) <= CLOCKS_MAY_DIFFER_MS) return;
  throw new Problem(
    'unavailable',
    `本机与数据库的时钟相差${(difference / 1000).toFixed(1)}秒（最多允许2秒），暂停接收；请校准两边的时间后重试。`,
  );
}

/** @returns the number of waiting rows, and the age of the oldest in seconds by the database's clock */
export async function outboxBacklog(db: Db): Promise<{ waiting: number; oldestSeconds: number }> {
  const { rows } = await db.query<{ waiting: number; oldest: number | null }>(
    `select count(*) as waiting, extract(epoch from now() - min(added_at))::float8 as oldest
       from outbox where sent_at is null`,
  );
  return { waiting: rows[0]?.waiting ?? 0, oldestSeconds: rows[0]?.oldest ?? 0 };
}
