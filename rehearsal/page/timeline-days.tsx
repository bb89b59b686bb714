/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** The picture's ground: columns of days, the dates that cut through it, the steps over the columns. */

import { KIND } from '../../domain/field-words.ts';
import { type Instant, instant, timeOfDay, type Zone } from '../../domain/time/time.ts';
import { addDays } from '../../domain/time/workdays.ts';
import type { MessageRow, RoundResult } from '../result.ts';
import type { Axis, AxisDay, Flown } from './axis.ts';
import { type Family, familyOf } from './marks.ts';
import type { PageRound } from './read.ts';
import { type Layout, laneTop } from './rows.ts';
import { DAY_KIND, dayWithWeekday, shortDay, weekdayOf, wordOf } from './words.ts';

export const DayColumns = ({ axis, layout }: { axis: Axis; layout: Layout }) => (
  <g>
    {axis.days.map(({ x, kind }) => (
      <rect
        class={`day ${kind}`}
        x={x}
        y={layout.days}
        width={axis.dayWidth}
        height={layout.height - layout.days}
      />
    ))}
    <rect class="over-days" x={0} y={layout.steps} width={axis.width} height={18} />
    {layout.groups.map(({ y }) => (
      <rect class="group" x={0} y={y} width={axis.width} height={24} />
    ))}
  </g>
);

export const DayNumbers = ({ axis, y }: { axis: Axis; y: number }) => (
  <g class="numbers">
    {axis.days
      .filter(({ day }, index) => index === 0 || day.endsWith('-01'))
      .map(({ day, x }) => (
        <text class="month" x={x + 4} y={y - 4}>
          {`${Number(day.slice(5, 7))}月`}
        </text>
      ))}
    {axis.days.map((each) => (
      <g class={each.kind}>
        <title>{titleOf(each)}</title>
        <text class="number" x={each.x + axis.dayWidth / 2} y={y + 13}>
          {Number(each.day.slice(8))}
        </text>
        <text class="weekday" x={each.x + axis.dayWidth / 2} y={y + 27}>
          {SIGN[each.kind] ?? weekdayOf(each.day)}
        </text>
      </g>
    ))}
  </g>
);

/** As wall calendars mark them: 休 off by notice, 班 worked by notice. */
const SIGN: Readonly<Partial<Record<AxisDay['kind'], string>>> = { holiday: '休', 'make-up': '班' };

const titleOf = ({ day, kind, festival }: AxisDay): string =>
  `${dayWithWeekday(day)} ${DAY_KIND[kind]}${festival ? `：${festival}` : ''}`;

export const StepLabels = ({ labels, y }: { labels: readonly StepLabel[]; y: number }) => (
  <g>
    {labels.map(({ x, label, family }) => (
      <text class={`step ${family}`} x={x} y={y + 13}>
        {label}
      </text>
    ))}
  </g>
);

type Dated = { lines: readonly Line[]; flown: readonly Flown[] };

export const DateLines = ({ lines, flown, layout }: Dated & { layout: Layout }) => (
  <g>
    {lines.map(({ x, look }, index) => (
      <line
        class={`date ${look}`}
        x1={x}
        x2={x}
        y1={laneTop(flown[index]?.lane ?? 0)}
        y2={layout.height}
      />
    ))}
  </g>
);

export const DateLabels = ({ lines, flown }: Dated) => (
  <g>
    {lines.map(({ look, label }, index) => (
      <text
        class={`date-label ${look}`}
        x={(flown[index]?.left ?? 0) + 4}
        y={laneTop(flown[index]?.lane ?? 0) + 12}
      >
        {label}
      </text>
    ))}
  </g>
);

/** The dates that cut through a round's picture, and the steps that stand over its columns. */
type Line = {
  readonly x: number;
  readonly look: 'nominal' | 'due' | 'draft' | 'compile' | 'sign-off';
  readonly label: string;
};

/** Nominal and effective due date are one line where they are the same day. */
export function linesOf({ round }: PageRound, axis: Axis, zone: Zone): Line[] {
  const { due } = round;
  const endOf = (day: typeof due.nominal): Instant => zone.at(addDays(day, 1), timeOfDay('00:00'));
  const moved = due.nominal !== due.effective;
  const lines: (Line | null)[] = [
    moved
      ? {
          x: axis.x(endOf(due.nominal)),
          look: 'nominal',
          label: `应报 ${shortDay(due.nominal)}`,
        }
      : null,
    {
      x: axis.x(due.at),
      look: 'due',
      label: `${moved ? '顺延' : '截止'} ${shortDay(due.effective)} ${closing(due.at, zone)}`,
    },
    at('draft', '初稿', round.draftAt),
    at('compile', '汇总', round.compileAt),
    at('sign-off', '上报', round.signedOffAt),
  ];
  return lines.filter((line) => line !== null);

  function at(look: Line['look'], word: string, when: Instant | null): Line | null {
    return when === null
      ? null
      : { x: axis.x(when), look, label: `${word} ${shortDay(zone.dayOf(when))}` };
  }
}

// Midnight ends a day here, it never begins one.
function closing(at: Instant, zone: Zone): string {
  const justAfter = zone.timeOf(instant(at + 1));
  return justAfter === '00:00' ? '24:00' : zone.timeOf(at);
}

type StepLabel = { readonly x: number; readonly label: string; readonly family: Family };

/** Over each day on which most of a step's messages stand: the days of single extensions stay without a label. */
export function stepLabels(result: RoundResult, axis: Axis): StepLabel[] {
  const planned = result.messages.filter(({ kind }) => familyOf(kind) !== 'reply');
  const steps = [...new Set(planned.map(({ step }) => step))];
  const busiest = steps.map((step) => busiestDay(planned.filter((each) => each.step === step)));
  const most = Math.max(0, ...busiest.map(({ number }) => number));
  return busiest.flatMap(({ day, kind, number }) => {
    const column = axis.days.find((each) => each.day === day);
    if (!column || number * 5 < most) return [];
    const label = SHORT[kind] ?? wordOf(KIND, kind);
    return [{ x: column.x + axis.dayWidth / 2, label, family: familyOf(kind) }];
  });
}

function busiestDay(messages: readonly MessageRow[]) {
  const numbers = new Map<string, number>();
  for (const { at } of messages) {
    const day = at.slice(0, 10);
    numbers.set(day, (numbers.get(day) ?? 0) + 1);
  }
  const [day, number] = [...numbers].toSorted(([, a], [, b]) => b - a)[0] ?? ['', 0];
  return { day, number, kind: messages[0]?.kind ?? '' };
}

/** A column is as wide as two characters. */
const SHORT: Readonly<Record<string, string>> = { notice: '通知', due: '截止' };
