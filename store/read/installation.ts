/** What is fixed when a database is made: the offset between plan time and the host's, and whether it is a demonstration. */
import type { Db } from '../db/transaction.ts';

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

export async function writeSettings(db: Db, settings: Settings): Promise<void> {
  await db.query(
    `insert into setting (key, value) values ('offset-ms', $1), ('demonstration', $2)
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(settings.offsetMs), JSON.stringify(settings.demonstration)],
  );
}

/** Whether units are ranked in the history: off until the chief of section turns it on. */
export async function readRanking(db: Db): Promise<boolean> {
  const { rows } = await db.query<{ value: unknown }>(
    `select value from setting where key = 'ranking'`,
  );
  return rows[0]?.value === true;
}

export async function writeRanking(db: Db, on: boolean): Promise<void> {
  await db.query(
    `insert into setting (key, value) values ('ranking', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(on)],
  );
}

/** The settings are written last when a demonstration is made, so they tell that all the rest is there. */
export async function isMade(db: Db): Promise<boolean> {
  const { rowCount } = await db.query(`select 1 from setting where key = 'offset-ms'`);
  return rowCount === 1;
}
