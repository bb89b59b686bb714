/** The one file that knows a time zone database (luxon). No other rule imports it: they take a `Zone`. */
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
 * The named zone of the IANA database. The zone of the host plays no part in what it answers.
 * @throws Problem `invalid` for a name the database does not know; `at` also for a day or time that does not exist.
 */
export function zone(name: string): Zone {
  if (!IANAZone.isValidZone(name)) {
    throw new Problem(
      'invalid',
      `“${name}”不是有效的时区名称；请填写 IANA 时区名，例如 Asia/Shanghai。`,
    );
  }
  const place = IANAZone.create(name);
  // Clocks change on a whole minute, and the moments of one burst are all different.
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
 * The instant of a local date and time as other systems write it, `2018-07-17 10:30:00` or `20180717103000`; null when it
 * is neither. Not `Zone.at`, which remembers all it was ever asked.
 */
export function localMoment(text: string, zoneName: string): Instant | null {
  for (const form of ['yyyy-MM-dd HH:mm:ss', 'yyyyMMddHHmmss']) {
    const local = DateTime.fromFormat(text, form, { zone: zoneName });
    if (local.isValid) return instant(local.toMillis());
  }
  return null;
}

// The steps of 44 units ask for the same few days and times over and over, and one answer costs the time zone
// database a tenth of a millisecond. What can be asked is bounded by days × times of the policy.
function rememberedAt(ask: Zone['at']): Zone['at'] {
  const known = new Map<string, Instant>();
  return (onDay, time) => {
    const key = `${onDay} ${time}`;
    const found = known.get(key) ?? ask(onDay, time);
    known.set(key, found);
    return found;
  };
}

// A year's preview of 5,000 units asks a million times about a few hundred instants.
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
  // Not 24 hours on: a day on which the clocks change has 23 or 25.
  const local =
    time === '24:00' ? start.plus({ days: 1 }).startOf('day') : start.set({ hour, minute, second });
  return instant(local.toMillis());
}

const noDay = (text: string): Problem =>
  new Problem('invalid', `“${text}”不是有效的日期；请按“年-月-日”填写，例如 2018-07-15。`);

const DAY_FORM = /^\d{4}-\d\d-\d\d$/;
const TIME_FORM = /^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/;
