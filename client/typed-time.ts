/** Days and instants as people type them. */
import { Problem } from '../domain/problem.ts';
import { type Day, day, type Instant, instant, timeOfDay, type Zone } from '../domain/time/time.ts';

/** `2018-07-25`. @throws Problem `invalid` for anything else, and for a day that does not exist */
export function parseDay(text: string, zone: Zone): Day {
  const on = day(text.trim());
  zone.at(on, timeOfDay('00:00'));
  return on;
}

/** `2018-07-14 16:30` in the plan's zone, or ISO 8601 with an offset. @throws Problem `invalid` otherwise */
export function parseInstant(text: string, zone: Zone): Instant {
  const local = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$/.exec(text.trim());
  if (local) return zone.at(day(local[1] ?? ''), timeOfDay(local[2] ?? ''));
  const at = WITH_OFFSET.test(text.trim()) ? Date.parse(text.trim()) : Number.NaN;
  if (!Number.isNaN(at)) return instant(at);
  throw new Problem(
    'invalid',
    `“${text}”不是有效的时刻；请写作“2018-07-14 16:30”（${zone.name}），或带时区的 2018-07-14T16:30:00+08:00。`,
  );
}

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
