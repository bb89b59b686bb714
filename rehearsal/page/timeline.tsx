/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/**
 * The picture of a round: names, days and states side by side in three drawings of the same height, so that the names
 * stay in sight while the days scroll.
 */
import type { RoundResult } from '../result.ts';
import { type Axis, axisOf } from './axis.ts';
import { linesOf, stepLabels } from './dates.ts';
import { layoutOf } from './layout.ts';
import { marksOf } from './marks.ts';
import { fly } from './place.ts';
import type { PageRecord, PageRound } from './read.ts';
import { groupsOf } from './rows.ts';
import { DateLabels, DateLines, DayColumns, DayNumbers, StepLabels } from './timeline-days.tsx';
import { Names } from './timeline-names.tsx';
import { UnitRow } from './timeline-row.tsx';
import { States } from './timeline-states.tsx';
import { Tally } from './timeline-tally.tsx';

type TimelineProps = { record: PageRecord; round: PageRound; result: RoundResult };

export function Timeline({ record, round, result }: TimelineProps) {
  const { calendar, zone, endedAt } = record;
  const axis = axisOf(round.round, calendar, zone);
  const lines = linesOf(round, axis, zone);
  const flown = fly(lines.map(flagOf), axis.width);
  const groups = groupsOf(round, result);
  const layout = layoutOf(groups, 1 + Math.max(...flown.map(({ lane }) => lane)));
  const rows = layout.rows.map((row) => ({ ...row, ...marksOf(row.of, axis, zone) }));
  const { period } = result;
  return (
    <div class="chart" style={`--height:${layout.height}`}>
      <Names layout={layout} period={period} />
      <Frame axis={axis} height={layout.height} label={`${period} 时间线`}>
        <DayColumns axis={axis} layout={layout} />
        <StepLabels labels={stepLabels(result, axis)} y={layout.steps} />
        <DateLines lines={lines} layout={layout} flown={flown} />
        {rows.map((row) => (
          <UnitRow {...row} axis={axis} zone={zone} round={round.round} endedAt={endedAt} />
        ))}
        <DayNumbers axis={axis} y={layout.days} />
        <DateLabels lines={lines} flown={flown} />
        <Tally axis={axis} y={layout.tally} messages={result.messages} />
      </Frame>
      <States rows={rows} height={layout.height} zone={zone} endedAt={endedAt} layout={layout} />
    </div>
  );
}

const flagOf = ({ x, label }: { x: number; label: string }) => ({ x, width: textWidth(label) + 8 });

/** Of 11 px type: a Chinese character is as wide as it is high, a digit little more than half. */
const textWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (character > '\u2e80' ? 11 : 6.2), 0);

type FrameProps = { axis: Axis; height: number; label: string; children: unknown };

const Frame = ({ axis, height, label, children }: FrameProps) => (
  <svg
    class="days"
    viewBox={`0 0 ${axis.width} ${height}`}
    width={axis.width}
    height={height}
    role="img"
    aria-label={label}
  >
    {children}
  </svg>
);
