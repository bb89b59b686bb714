/** What changes when one working-day calendar replaces another; shown before an import. */
import { weekdayName } from './dates-in-words.ts';
import { type Day, day } from './time.ts';
import { isWorkday, type WorkCalendar } from './workdays.ts';

export type CalendarDifference = {
  /** Years whose notice is in the new version only, and in the old one only. */
  readonly published: readonly number[];
  readonly withdrawn: readonly number[];
  /** Days that are worked in one version only, in order, each with a sentence. */
  readonly days: readonly { readonly on: Day; readonly sentence: string }[];
};

export function calendarDifference(before: WorkCalendar, after: WorkCalendar): CalendarDifference {
  const named = [before, after].flatMap(({ holidays, workdays }) => [
    ...Object.keys(holidays),
    ...Object.keys(workdays),
  ]);
  const days = [...new Set(named)]
    .toSorted()
    .map(day)
    .filter((on) => isWorkday(before, on) !== isWorkday(after, on))
    .map((on) => ({ on, sentence: sentence(before, after, on) }));
  const missingIn = (calendar: WorkCalendar, years: readonly number[]) =>
    years.filter((year) => !calendar.years.includes(year)).toSorted((a, b) => a - b);
  return {
    published: missingIn(before, after.years),
    withdrawn: missingIn(after, before.years),
    days,
  };
}

const sentence = (before: WorkCalendar, after: WorkCalendar, on: Day): string =>
  `${on}（${weekdayName(on)}）：${kindOf(before, on)} → ${kindOf(after, on)}。`;

function kindOf(calendar: WorkCalendar, on: Day): string {
  const madeUp = calendar.workdays[on];
  if (madeUp !== undefined) return `上班（${madeUp}调休）`;
  const festival = calendar.holidays[on];
  if (festival !== undefined) return `放假（${festival}）`;
  return isWorkday(calendar, on) ? '上班' : '休息';
}
