/**
 * Instants and local days, told apart by their types. All of them are in plan time, which differs from the host's clock by a
 * constant offset (domain/time/plan-time.ts).
 */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly brand: 'epoch ms' };
/** A local day of the plan's zone, `YYYY-MM-DD`; compares as text. */
export type Day = string & { readonly brand: 'local day' };
/** A local time of day, `HH:MM`, or `HH:MM:SS` in tests and benchmarks; `24:00` is the end of the day. */
export type TimeOfDay = string & { readonly brand: 'local time' };

export const instant = (epochMs: number): Instant => epochMs as Instant;
export const day = (text: string): Day => text as Day;
/** Whether a text is `YYYY-MM-DD` and a day that exists: 2018-02-30 does not. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

export const timeOfDay = (text: string): TimeOfDay => text as TimeOfDay;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The same instant, that many milliseconds later (or earlier, when negative). */
export const plus = (at: Instant, ms: number): Instant => instant(at + ms);

/** The clock, always passed as an argument: a rehearsal passes its virtual one. */
export type Now = () => Promise<Instant>;

/**
 * Converts local days and times of one zone to instants and back. Made by `domain/time/zone.ts`, the only file with a time
 * zone database, and passed as an argument.
 */
export type Zone = {
  readonly name: string;
  /** The instant of a local day and time; `24:00` is the first instant of the next day. */
  at(day: Day, time: TimeOfDay): Instant;
  dayOf(at: Instant): Day;
  timeOf(at: Instant): TimeOfDay;
  /** ISO 8601 with offset and seconds, e.g. `2018-07-17T10:30:00+08:00`. */
  iso(at: Instant): string;
};
