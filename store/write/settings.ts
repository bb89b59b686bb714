/** Writes `setting`. */
import type { Db } from '../db/pool.ts';
import type { Settings } from '../read/installation.ts';

export async function writeSettings(db: Db, settings: Settings): Promise<void> {
  await db.query(
    `insert into setting (key, value) values ('offset-ms', $1), ('demonstration', $2)
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(settings.offsetMs), JSON.stringify(settings.demonstration)],
  );
}

export async function writeRanking(db: Db, on: boolean): Promise<void> {
  await db.query(
    `insert into setting (key, value) values ('ranking', $1) on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(on)],
  );
}
