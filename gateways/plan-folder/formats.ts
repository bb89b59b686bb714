/** Shapes of single values in a plan folder. */

/** `YYYY-MM-DD`, a day that exists. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return false;
  const [year, month, date] = found.slice(1).map(Number);
  const made = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date));
  return made.toISOString().slice(0, 10) === text;
}

/** `HH:MM` within a day; `24:00`, the end of the day, is for the caller to allow. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
