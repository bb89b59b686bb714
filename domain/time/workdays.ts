/**
 * Which days are worked, and counting them: arithmetic on `YYYY-MM-DD`, without a zone. Source: the State Council's yearly
 * notice of holidays and make-up days 调休, which gateways/calendar/holidays.ts reads.
 */
import { DAY, type Day, day } from './time.ts';

/** One version of the official calendar. Of the days that it does not name, Monday to Friday are worked. */
export type WorkCalendar = {
  readonly version: string;
  /** Days off by notice, with the name of the festival. */
  readonly holidays: Readonly<Record<Day, string>>;
  /** Weekend days that are worked by notice, with the name of the festival they make up for. */
  readonly workdays: Readonly<Record<Day, string>>;
  /** The years whose notice has been published. */
  readonly years: readonly number[];
};

export const isWorkday = (calendar: WorkCalendar, on: Day): boolean =>
  calendar.workdays[on] !== undefined ||
  (calendar.holidays[on] === undefined && weekday(on) !== 0 && weekday(on) !== 6);

// The notice for a year may also move days of the December before: 2018-12-29 is worked by the notice for 2019. None has
// reached further back than the 29th; days from the 25th on count as open until the next notice.
const SETTLED_BY_NEXT_NOTICE = '-12-25';

/** Whether the notices that decide this day are published. If not, it follows the week and must be marked. */
export function isPublished(calendar: WorkCalendar, on: Day): boolean {
  const year = Number(on.slice(0, 4));
  const known = (wanted: number) => calendar.years.includes(wanted);
  return known(year) && (on.slice(4) < SETTLED_BY_NEXT_NOTICE || known(year + 1));
}

/**
 * Whether every day from one to the other is published, both included, in either order. A step counted back from an
 * unpublished January is uncertain even when it falls in a published November.
 */
export function isSpanPublished(calendar: WorkCalendar, one: Day, other: Day): boolean {
  const [first, last] = one < other ? [one, other] : [other, one];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    if (!isPublished(calendar, on)) return false;
  }
  return true;
}

export const workdayOnOrBefore = (calendar: WorkCalendar, on: Day): Day =>
  isWorkday(calendar, on) ? on : workdaysBefore(calendar, on, 1);

export const workdayOnOrAfter = (calendar: WorkCalendar, on: Day): Day =>
  isWorkday(calendar, on) ? on : workdaysAfter(calendar, on, 1);

/** The `n`th working day before `on`, which itself is not counted; `on` when `n` is 0. */
export const workdaysBefore = (calendar: WorkCalendar, on: Day, n: number): Day =>
  walk(calendar, on, n, -1);

/** The `n`th working day after `on`, which itself is not counted; `on` when `n` is 0. */
export const workdaysAfter = (calendar: WorkCalendar, on: Day, n: number): Day =>
  walk(calendar, on, n, 1);

function walk(calendar: WorkCalendar, from: Day, n: number, direction: 1 | -1): Day {
  if (n <= 0) return from;
  const walked = pathFrom(calendar, from, direction);
  for (let on = walked.at(-1) ?? from; walked.length < n; ) {
    on = addDays(on, direction);
    if (isWorkday(calendar, on)) walked.push(on);
  }
  return walked[n - 1] ?? from;
}

// The working days before and after a day, as far as they were counted. Every step of every unit asks for the same few due
// dates, and a round that is years old asks for hundreds of repetitions.
const paths = new WeakMap<WorkCalendar, Map<string, Day[]>>();

function pathFrom(calendar: WorkCalendar, from: Day, direction: 1 | -1): Day[] {
  const known = paths.get(calendar) ?? new Map<string, Day[]>();
  paths.set(calendar, known);
  const key = `${from}${direction}`;
  const path = known.get(key) ?? [];
  known.set(key, path);
  return path;
}

/** First day of the Spring Festival holiday; null while the year's notice is not published. */
export function springFestivalStart(calendar: WorkCalendar, year: number): Day | null {
  if (!calendar.years.includes(year)) return null;
  const days = Object.entries(calendar.holidays)
    .filter(([on, name]) => on.startsWith(`${year}-`) && name.includes('春节'))
    .map(([on]) => day(on))
    .toSorted();
  return days[0] ?? null;
}

const utc = (on: Day): number => Date.parse(`${on}T00:00:00Z`);

export const addDays = (on: Day, n: number): Day =>
  day(new Date(utc(on) + n * DAY).toISOString().slice(0, 10));

/** Calendar days from one day to the other; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utc(to) - utc(from)) / DAY;

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (on: Day): number => new Date(utc(on)).getUTCDay();

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  let days = 0;
  for (let on = addDays(from, 1); on <= to; on = addDays(on, 1)) {
    if (isWorkday(calendar, on)) days += 1;
  }
  return days;
}
