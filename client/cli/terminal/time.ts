/** Instants and days as the terminal shows them, always in the plan's zone. */
import { weekdayName } from '../../../domain/time/dates-in-words.ts';
import type { Day, Instant, Zone } from '../../../domain/time/time.ts';

/** `2018-07-17 10:30` */
export const moment = (at: Instant, zone: Zone): string => `${zone.dayOf(at)} ${zone.timeOf(at)}`;

/** `07-17 10:30`, where the year is known. */
export const shortMoment = (at: Instant | null, zone: Zone): string =>
  at === null ? '' : moment(at, zone).slice(5);

/** `2018-07-16（星期一）` */
export const dayInFull = (on: Day): string => `${on}（${weekdayName(on)}）`;

export const isoOrNull = (at: Instant | null, zone: Zone): string | null =>
  at === null ? null : zone.iso(at);
