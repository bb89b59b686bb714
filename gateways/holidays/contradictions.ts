/** What a calendar file may say in the right shape and still cannot mean. */
import { day } from '../../domain/time/time.ts';
import { type WorkCalendar, weekday, weekdayName } from '../../domain/time/workdays.ts';

/** One sentence a fault; none for a sound calendar. */
export function contradictions(calendar: Omit<WorkCalendar, 'version'>): string[] {
  const off = Object.keys(calendar.holidays).map(day);
  const worked = Object.keys(calendar.workdays).map(day);
  const years = new Set(calendar.years);
  // The notice for a year also names the last days of the year before.
  const isCovered = (on: string) => [0, 1].some((n) => years.has(Number(on.slice(0, 4)) + n));
  return [
    ...worked
      .filter((on) => calendar.holidays[on] !== undefined)
      .map((on) => `${on}：既列为放假又列为调休上班，只能留一处`),
    ...worked
      .filter((on) => weekday(on) > 0 && weekday(on) < 6)
      .map((on) => `workdays.${on}：是${weekdayName(on)}，调休上班日应为周六或周日`),
    ...[...off, ...worked]
      .filter((on) => !isCovered(on))
      .map((on) => `${on}：该年不在 years 之列；请补上年份，或删去这一天`),
    ...calendar.years
      .filter((year) => !off.some((on) => on.startsWith(`${year}-`)))
      .map((year) => `years：列有 ${year}，holidays 中却没有该年的节假日；未公布的年份不要列入`),
  ];
}
