/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Day } from '../../../domain/time/time.ts';
import { weekday } from '../../../domain/time/workdays.ts';
import type { CalendarEvent } from '../calendar-events.ts';
import { DayMarks, MonthTable } from '../pages/month-table.tsx';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { monthName } from '../shared/shown.ts';
import { type DayCell, type Month, monthsOf } from './month-table.tsx';

type Props = {
  readonly frame: Frame;
  readonly year: number;
  readonly years: readonly number[];
  readonly events: readonly CalendarEvent[];
};

/** Twelve months with their working days, and beside each what the rounds have in it. */
export function CalendarPage({ frame, year, years, events }: Props) {
  const { words, language, rules } = frame;
  const title = language === 'en' ? `${words.calendar} ${year}` : `${year}年${words.calendar}`;
  return (
    <Layout frame={frame} title={title} here={`/calendar/${year}`} wide>
      <h1>
        {title}{' '}
        {!rules.calendar.years.includes(year) && <span class="badge bad">{words.unpublished}</span>}
      </h1>
      <p class="filter">
        {words.otherYear}
        {years.map((other) => (
          <a
            href={linkTo(`/calendar/${other}`, language)}
            aria-current={other === year ? 'page' : undefined}
          >
            {other}
          </a>
        ))}
      </p>
      <DayLegend words={words} />
      <div class="months">
        {monthsOf(year, rules.calendar).map((month) => (
          <MonthPart frame={frame} month={month} events={events.filter(inMonth(year, month))} />
        ))}
      </div>
    </Layout>
  );
}

const inMonth =
  (year: number, { month }: Month) =>
  (event: CalendarEvent): boolean =>
    event.on.startsWith(`${year}-${String(month).padStart(2, '0')}-`);

const DayLegend = ({ words }: { words: Words }) => (
  <p class="legend">
    <span>{words.legend}</span>
    <span class="day holiday">休 {words.holiday}</span>
    <span class="day make-up">班 {words.makeUp}</span>
    <span class="day busy">{words.events}</span>
  </p>
);

type MonthProps = {
  readonly frame: Frame;
  readonly month: Month;
  readonly events: readonly CalendarEvent[];
};

const MonthPart = ({ frame, month, events }: MonthProps) => (
  <section class="month">
    <MonthTable
      words={frame.words}
      caption={monthName(frame.language, month.month)}
      month={month}
      cell={(day) => <DayPart cell={day} busy={events.some((event) => event.on === day.on)} />}
    />
    <ul>
      {events.map((event) => (
        <li>
          <span class="when">{`${event.on.slice(5)} ${weekdayOf(frame, event.on)} ${event.time}`}</span>{' '}
          <a href={linkTo(`/${event.period}`, frame.language)}>{event.period}</a> {event.text}
        </li>
      ))}
    </ul>
  </section>
);

const weekdayOf = ({ words }: Frame, on: Day): string =>
  words.weekdays[(weekday(on) + 6) % 7] ?? '';

const DayPart = ({ cell, busy }: { cell: DayCell; busy: boolean }) => (
  <td class={`day ${cell.kind} ${busy ? 'busy' : ''}`} title={cell.festival}>
    {Number(cell.on.slice(8))}
    <DayMarks day={cell} />
  </td>
);
