/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import type { Round } from '../../../domain/round/round.ts';
import type { Day, Instant } from '../../../domain/time/time.ts';
import { weekday } from '../../../domain/time/workdays.ts';
import type { CalendarRows } from '../../../store/read/calendar.ts';
import type { Frame } from '../shared/frame.ts';
import { linkTo, type Words } from '../shared/language.ts';
import { Layout } from '../shared/layout.tsx';
import { monthName } from '../shared/shown.ts';
import { type DayCell, DayMarks, type Month, MonthTable, monthsOf } from './month-table.tsx';

type Props = {
  readonly frame: Frame;
  readonly year: number;
  readonly years: readonly number[];
  readonly events: readonly CalendarEvent[];
};

/** Twelve months with their working days, each with the events of the rounds. */
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

/** Dates of the rounds, and steps of units with one moment gathered into one event. */
type CalendarEvent = {
  readonly on: Day;
  readonly time: string;
  readonly period: string;
  readonly text: string;
};

export function eventsOf(frame: Frame, rows: CalendarRows): CalendarEvent[] {
  const { words, rules } = frame;
  const moment = (at: Instant) => ({ on: rules.zone.dayOf(at), time: rules.zone.timeOf(at) });
  return [
    ...rows.rounds
      .filter((round) => round.phase !== 'cancelled')
      .flatMap((round) => datesOf(frame, round)),
    ...rows.steps.map((step) => ({
      ...moment(step.at),
      period: step.period,
      text: `${words.kinds[step.kind]}，${words.units(step.units)}`,
    })),
  ].toSorted((a, b) => `${a.on} ${a.time}`.localeCompare(`${b.on} ${b.time}`));
}

function datesOf({ words: { dates }, rules: { zone } }: Frame, round: Round): CalendarEvent[] {
  const { period, due } = round;
  const moment = (text: string, at: Instant | null) =>
    at === null ? [] : [{ on: zone.dayOf(at), time: zone.timeOf(at), period, text }];
  const wholeDay = (text: string, on: Day) => ({ on, time: '', period, text });
  return [
    ...moment(dates.opens, round.opensAt),
    wholeDay(dates.nominal, due.nominal),
    ...(due.effective === due.nominal ? [] : [wholeDay(dates.effective, due.effective)]),
    ...moment(dates.calls, round.callListAt),
    ...moment(dates.draft, round.draftAt),
    ...moment(dates.compile, round.compileAt),
  ];
}
