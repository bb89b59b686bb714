/** Versions of the working-day calendar; the one imported last is in force. */
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time/time.ts';
import type { WorkCalendar } from '../domain/time/workdays.ts';
import { at, type Db } from './db/transaction.ts';

const workCalendars = new Map<string, WorkCalendar>();

/** Null before any was imported. */
export async function workCalendarVersion(db: Db): Promise<string | null> {
  const { rows } = await db.query<{ version: string }>(
    `select version from calendar_version order by ordinal desc limit 1`,
  );
  return rows[0]?.version ?? null;
}

export const readWorkCalendar = async (db: Db): Promise<WorkCalendar> =>
  workCalendarOf(db, await workCalendarVersion(db));

/** Of a version that is known already. Throws `not_found` for none. */
export async function workCalendarOf(db: Db, version: string | null): Promise<WorkCalendar> {
  if (version === null) {
    throw new Problem(
      'not_found',
      '还没有导入工作日历；请先导入方案（plan import 会一并导入日历）。',
    );
  }
  const known = workCalendars.get(version);
  if (known) return known;
  const found = await db.query<{ content: WorkCalendar }>(
    `select content from calendar_version where version = $1`,
    [version],
  );
  const calendar = found.rows[0]?.content;
  if (!calendar) throw new Problem('not_found', `没有版本为“${version}”的工作日历。`);
  workCalendars.set(version, calendar);
  return calendar;
}

/** An earlier version comes into force again. @returns false when it is the one in force */
export async function addCalendar(
  db: Db,
  calendar: WorkCalendar,
  importedAt: Instant,
): Promise<boolean> {
  if ((await workCalendarVersion(db)) === calendar.version) return false;
  await db.query(
    `insert into calendar_version (version, content, imported_at) values ($1, $2, $3)
     on conflict (version) do update set ordinal = default, imported_at = excluded.imported_at`,
    [calendar.version, JSON.stringify(calendar), at(importedAt)],
  );
  return true;
}
