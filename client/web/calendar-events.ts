/** What a calendar shows beside the days: the dates of the rounds, and steps of many units gathered by moment. */
import type { Round } from '../../domain/round/round.ts';
import type { Day, Instant } from '../../domain/time/time.ts';
import type { CalendarRows } from '../../store/read/calendar.ts';
import type { Frame } from './shared/frame.ts';

export type CalendarEvent = {
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
