/** The only file that uses a time zone database (luxon). Other rules take a `Zone` as an argument. */
import { DateTime, IANAZone } from 'luxon';
import { Problem } from '../problem.ts';
import {
  type Day,
  day,
  type Instant,
  instant,
  MINUTE,
  type TimeOfDay,
  timeOfDay,
  type Zone,
} from './time.ts';

/**
 * A zone of the IANA database; independent of the host's zone.
 * @throws Problem `invalid` for an unknown name; its `at` throws the same for a day or time that does not exist
 */
export function zone(name: string): Zone {
  if (!IANAZone.isValidZone(name)) {
    throw new Problem(
      'invalid',
      `“${name}”不是有效的时区名称；请填写 IANA 时区名，例如 Asia/Shanghai。`,
    );
  }
  const place = IANAZone.create(name);
  // By the minute: clocks change on whole minutes, and the instants of a burst are all different.
  const offset = remembered((minute: number) => place.offset(minute * MINUTE));
  const local = remembered((at: Instant) =>
    new Date(at + offset(Math.floor(at / MINUTE)) * MINUTE).toISOString(),
  );
  return {
    name,
    at: rememberedAt((onDay, time) => instantOf(place, onDay, time)),
    dayOf: (at) => day(local(at).slice(0, 10)),
    timeOf: (at) => timeOfDay(local(at).slice(11, 16)),
    iso: (at) => `${local(at).slice(0, 19)}${place.formatOffset(at, 'short')}`,
  };
}

/**
 * Parses a local time as other systems write it, `2018-07-17 10:30:00` or `20180717103000`; null when it is neither. Unlike
 * `Zone.at` it caches nothing, because there are endlessly many such times.
 */
export function localMoment(text: string, zoneName: string): Instant | null {
  for (const form of ['yyyy-MM-dd HH:mm:ss', 'yyyyMMddHHmmss']) {
    const local = DateTime.fromFormat(text, form, { zone: zoneName });
    if (local.isValid) return instant(local.toMillis());
  }
  return null;
}

// All units ask for the same few days and times, and each answer of the database takes 0.1 ms. The cache is bounded by
// days × times of the policy.
function rememberedAt(ask: Zone['at']): Zone['at'] {
  const known = new Map<string, Instant>();
  return (onDay, time) => {
    const key = `${onDay} ${time}`;
    const found = known.get(key) ?? ask(onDay, time);
    known.set(key, found);
    return found;
  };
}

// The preview of a year for 5,000 units asks a million times about a few hundred instants.
function remembered<Asked, Answer>(ask: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const found = known.get(asked) ?? ask(asked);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(asked, found);
    return found;
  };
}

const MOST_REMEMBERED = 10_000;

function instantOf(place: IANAZone, onDay: Day, time: TimeOfDay): Instant {
  if (!DAY_FORM.test(onDay)) throw noDay(onDay);
  if (!TIME_FORM.test(time)) {
    throw new Problem('invalid', `“${time}”不是有效的时间；请填写 00:00 至 24:00，例如 09:00。`);
  }
  const [year = 0, month = 0, dayOfMonth = 0] = onDay.split('-').map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const start = DateTime.fromObject({ year, month, day: dayOfMonth }, { zone: place });
  if (!start.isValid) throw noDay(onDay);
  // Not 24 hours later: a day on which the clocks change has 23 or 25.
  const local =
    time === '24:00' ? start.plus({ days: 1 }).startOf('day') : start.set({ hour, minute, second });
  return instant(local.toMillis());
}

const noDay = (text: string): Problem =>
  new Problem('invalid', `“${text}”不是有效的日期；请按“年-月-日”填写，例如 2018-07-15。`);

const DAY_FORM = /^\d{4}-\d\d-\d\d$/;
const TIME_FORM = /^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/;
