/** The axis of a round's picture: its days, which of them are worked, and where an instant falls. Lengths in px. */

import type { Round } from '../../domain/round/round.ts';
import {
  DAY,
  type Day,
  type Instant,
  instant,
  timeOfDay,
  type Zone,
} from '../../domain/time/time.ts';
import {
  addDays,
  daysBetween,
  isWorkday,
  type WorkCalendar,
  weekday,
} from '../../domain/time/workdays.ts';

export type AxisDay = {
  readonly day: Day;
  readonly x: number;
  readonly kind: 'workday' | 'make-up' | 'weekend' | 'holiday';
  /** The festival of a holiday or make-up day. */
  readonly festival: string | null;
};

export type Axis = {
  readonly days: readonly AxisDay[];
  readonly dayWidth: number;
  readonly width: number;
  readonly endsAt: Instant;
  /** Outside `0…width` for instants outside the axis. */
  x(at: Instant): number;
};

/** The width left in a picture of 1366 px beside names and states. */
const WIDTH = 1044;

/** From the day of the notice to the day after the round's last date: sign-off or compilation. */
export function axisOf(round: Round, calendar: WorkCalendar, zone: Zone): Axis {
  const first = zone.dayOf(round.opensAt);
  const last = zone.dayOf(instant(Math.max(round.compileAt, round.due.at, round.signedOffAt ?? 0)));
  const count = daysBetween(first, last) + 2;
  const dayWidth = Math.min(32, Math.max(16, WIDTH / count));
  const startsAt = zone.at(first, timeOfDay('00:00'));
  const days = Array.from({ length: count }, (_, index) => {
    const day = addDays(first, index);
    const festival = calendar.holidays[day] ?? calendar.workdays[day] ?? null;
    return { day, x: index * dayWidth, kind: kindOf(calendar, day), festival };
  });
  return {
    days,
    dayWidth,
    width: count * dayWidth,
    endsAt: zone.at(addDays(last, 2), timeOfDay('00:00')),
    x: (at) => ((at - startsAt) / DAY) * dayWidth,
  };
}

function kindOf(calendar: WorkCalendar, day: Day): AxisDay['kind'] {
  if (calendar.workdays[day] !== undefined) return 'make-up';
  if (isWorkday(calendar, day)) return 'workday';
  const isWeekend = weekday(day) === 0 || weekday(day) === 6;
  return calendar.holidays[day] === undefined && isWeekend ? 'weekend' : 'holiday';
}

/** Keeps things on a line from covering each other. Lengths in px. */

type Wished = { readonly x: number; readonly width: number };

/**
 * Left edges for items that should be centred at `x`, in their order: pushed right where one would cover another, and
 * back left where the last would leave the line.
 */
export function spread(wished: readonly Wished[], limit: number): number[] {
  const lefts: number[] = [];
  let free = 0;
  for (const { x, width } of wished) {
    const left = Math.max(free, x - width / 2);
    lefts.push(left);
    free = left + width;
  }
  let end = limit;
  for (let index = lefts.length - 1; index >= 0; index -= 1) {
    const left = Math.min(lefts[index] ?? 0, end - (wished[index]?.width ?? 0));
    lefts[index] = left;
    end = left;
  }
  return lefts;
}

type Flag = { readonly x: number; readonly width: number };
export type Flown = { readonly lane: number; readonly left: number };

/** Places a label for each vertical line, to its right (to its left at the end of the axis), in the first free lane. */
export function fly(flags: readonly Flag[], limit: number): Flown[] {
  const lanes: { from: number; to: number }[][] = [];
  return flags.map(({ x, width }) => {
    const left = x + width > limit ? x - width : x;
    const found = lanes.findIndex((lane) =>
      lane.every((taken) => left >= taken.to || left + width <= taken.from),
    );
    const lane = found === -1 ? lanes.length : found;
    lanes[lane] = [...(lanes[lane] ?? []), { from: left, to: left + width }];
    return { lane, left };
  });
}
