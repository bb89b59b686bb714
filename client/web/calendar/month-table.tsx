/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Child } from 'hono/jsx';
import { type Day, day } from '../../../domain/time/time.ts';
import {
  addDays,
  isPublished,
  isWorkday,
  type WorkCalendar,
  weekday,
} from '../../../domain/time/workdays.ts';
import type { Words } from '../shared/language.ts';
import { ColumnHeads } from '../shared/list-table.tsx';

type Props = {
  readonly words: Words;
  readonly caption: string;
  readonly month: Month;
  /** What a day's cell shows. */
  readonly cell: (day: DayCell) => Child;
};

/** A month by weeks from Monday; places outside the month are empty. */
export const MonthTable = ({ words, caption, month, cell }: Props) => (
  <table>
    <caption>{caption}</caption>
    <ColumnHeads columns={words.weekdays} />
    <tbody>
      {month.weeks.map((week) => (
        <tr>{week.map((day) => (day === null ? <td /> : cell(day)))}</tr>
      ))}
    </tbody>
  </table>
);

/** 休 on a holiday, 班 on a make-up working day, ？ while the official calendar is not published. */
export const DayMarks = ({ day: { kind, published } }: { day: DayCell }) => (
  <>
    {MARKS[kind] && <small>{MARKS[kind]}</small>}
    {!published && <small>？</small>}
  </>
);

const MARKS = { working: '', rest: '', holiday: '休', 'make-up': '班' } as const;

type DayKind = 'working' | 'rest' | 'holiday' | 'make-up';
export type DayCell = {
  readonly on: Day;
  readonly kind: DayKind;
  readonly published: boolean;
  /** The festival of this holiday or make-up day. */
  readonly festival: string;
};
/** Weeks of seven places; null outside the month. */
export type Month = { readonly month: number; readonly weeks: readonly (DayCell | null)[][] };

export const monthsOf = (year: number, calendar: WorkCalendar): Month[] =>
  Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    weeks: weeksOf(year, index + 1, calendar),
  }));

function weeksOf(year: number, month: number, calendar: WorkCalendar): (DayCell | null)[][] {
  const first = day(`${year}-${String(month).padStart(2, '0')}-01`);
  const blank = (weekday(first) + 6) % 7;
  const cells: (DayCell | null)[] = Array.from({ length: blank }, () => null);
  for (let on = first; on.slice(0, 7) === first.slice(0, 7); on = addDays(on, 1)) {
    cells.push(cellOf(on, calendar));
  }
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

const cellOf = (on: Day, calendar: WorkCalendar): DayCell => ({
  on,
  kind: kindOf(on, calendar),
  published: isPublished(calendar, on),
  festival: calendar.holidays[on] ?? calendar.workdays[on] ?? '',
});

function kindOf(on: Day, calendar: WorkCalendar): DayKind {
  if (calendar.workdays[on] !== undefined) return 'make-up';
  if (calendar.holidays[on] !== undefined) return 'holiday';
  return isWorkday(calendar, on) ? 'working' : 'rest';
}
