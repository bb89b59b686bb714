/** Asia/Shanghai as a fixed offset: enough for tests of texts, and free of any time zone database. */
import { DAY, day, HOUR, instant, timeOfDay, type Zone } from '../../../domain/time/time.ts';

const OFFSET = 8 * HOUR;
const local = (at: number): string => new Date(at + OFFSET).toISOString();

export const shanghai: Zone = {
  name: 'Asia/Shanghai',
  at: (on, time) =>
    time === '24:00'
      ? instant(Date.parse(`${on}T00:00:00Z`) + DAY - OFFSET)
      : instant(Date.parse(`${on}T${time}:00Z`) - OFFSET),
  dayOf: (at) => day(local(at).slice(0, 10)),
  timeOf: (at) => timeOfDay(local(at).slice(11, 16)),
  iso: (at) => `${local(at).slice(0, 19)}+08:00`,
};
