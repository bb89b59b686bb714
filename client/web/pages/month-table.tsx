/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { DayCell, Month } from '../calendar/month-table.tsx';
import type { Words } from '../shared/language.ts';
import { ColumnHeads } from '../shared/list-table.tsx';

type Props = {
  readonly words: Words;
  readonly caption: string;
  readonly month: Month;
  /** The table cell of a day. */
  readonly cell: (day: DayCell) => Child;
};

/** The weeks of a month from Monday; places outside of it stay empty. */
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

/** 休 on a holiday, 班 on a rest day that is worked, ？ where the calendar has not been published. */
export const DayMarks = ({ day: { kind, published } }: { day: DayCell }) => (
  <>
    {MARKS[kind] && <small>{MARKS[kind]}</small>}
    {!published && <small>？</small>}
  </>
);

const MARKS = { working: '', rest: '', holiday: '休', 'make-up': '班' } as const;
