/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/**
 * The picture of a round: names, days and states side by side in three drawings of the same height, so that the names
 * stay in sight while the days scroll.
 */

import { isLate } from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import type { MessageRow, RoundResult } from '../result.ts';
import { type Axis, axisOf, fly } from './axis.ts';
import { bandOf, standingNow } from './band.ts';
import { familyOf, fateOf, type Mark, marksOf, messageTitle } from './marks.ts';
import type { PageRecord, PageRound, PageUnit } from './read.ts';
import { anchorOf, groupsOf, type Layout, layoutOf, type Placed, ROW, type Row } from './rows.ts';
import {
  DateLabels,
  DateLines,
  DayColumns,
  DayNumbers,
  linesOf,
  StepLabels,
  stepLabels,
} from './timeline-days.tsx';
import { ACT, STANDING, shortTime } from './words.ts';

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

const NAMES_WIDTH = 146;

/** The units' names, each a link to its messages below. */
const Names = ({ layout, period }: { layout: Layout; period: string }) => (
  <svg
    class="names"
    viewBox={`0 0 ${NAMES_WIDTH} ${layout.height}`}
    width={NAMES_WIDTH}
    height={layout.height}
  >
    <title>点单位名称，看它的每一条消息</title>
    {layout.groups.map(({ of, y }) => (
      <>
        <rect class="group" x={0} y={y} width={NAMES_WIDTH} height={24} />
        <text class="group-title" x={8} y={y + 16}>
          {of.title}
        </text>
      </>
    ))}
    {layout.rows.map(({ of, y }) => (
      <>
        <a href={`#${anchorOf(period, of)}`}>
          <text class="name" x={8} y={y + 14}>
            {of.name}
          </text>
        </a>
        <line class="rule" x1={0} x2={NAMES_WIDTH} y1={y + ROW} y2={y + ROW} />
      </>
    ))}
    <text class="group-title" x={8} y={layout.tally + 30}>
      每日发出
    </text>
  </svg>
);

/** One unit's row: the band of its states along the foot, over it a mark for every message. */
type UnitRowProps = {
  of: Row;
  y: number;
  marks: readonly Mark[];
  axis: Axis;
  zone: Zone;
  round: Round;
  endedAt: Instant;
};

const UnitRow = ({ of, y, marks, axis, zone, round, endedAt }: UnitRowProps) => (
  <g class="row" transform={`translate(0 ${y})`}>
    <rect class="under" x={0} y={0} width={axis.width} height={ROW} />
    <line class="rule" x1={0} x2={axis.width} y1={ROW} y2={ROW} />
    {of.unit && (
      <Band unit={of.unit} axis={axis} zone={zone} from={round.opensAt} to={end(round, endedAt)} />
    )}
    {marks.map((mark) => (
      <OnRow mark={mark} />
    ))}
  </g>
);

/** Sign-off freezes the round. */
const end = (round: Round, endedAt: Instant): Instant =>
  Math.min(endedAt, round.signedOffAt ?? endedAt) as Instant;

type BandProps = { unit: PageUnit; axis: Axis; zone: Zone; from: Instant; to: Instant };

function Band({ unit, axis, zone, from, to }: BandProps) {
  const edge = (at: Instant) => Math.min(Math.max(axis.x(at), 0), axis.width);
  return (
    <>
      {bandOf(unit, from, to).map((stretch) => (
        <rect
          class={`band ${stretch.standing}`}
          x={edge(stretch.from).toFixed(1)}
          y={ROW - 6}
          width={(edge(stretch.to) - edge(stretch.from)).toFixed(1)}
          height={4}
        >
          <title>
            {`${STANDING[stretch.standing][0]}：${shortTime(stretch.from, zone)}—${shortTime(stretch.to, zone)}`}
          </title>
        </rect>
      ))}
    </>
  );
}

function OnRow({ mark }: { mark: Mark }) {
  const at = `translate(${mark.x.toFixed(1)} 7.5)`;
  if (mark.is === 'message') {
    return (
      <g class={`mark ${mark.fate} ${mark.family}`} transform={at}>
        <title>{mark.title}</title>
        <use href={`#${mark.channel}`} />
        {mark.fate === 'failed' && <use class="over" href="#cross" />}
        {mark.fate === 'skipped' && <use class="over" href="#slash" />}
      </g>
    );
  }
  return (
    <g class={`act ${mark.kind}`} transform={at}>
      <title>{mark.title}</title>
      {mark.kind === 'confirm' ? (
        <use href="#tick" />
      ) : (
        <text class="said" y={3.6}>
          {ACT[mark.kind]}
        </text>
      )}
    </g>
  );
}

/** How each unit stands at the end, in words, and what was planned for later than the picture reaches. */
const STATES_WIDTH = 142;

type Rows = readonly (Placed<Row> & { readonly later: readonly MessageRow[] })[];
type StatesProps = { rows: Rows; layout: Layout; height: number; zone: Zone; endedAt: Instant };

const States = ({ rows, layout, height, zone, endedAt }: StatesProps) => (
  <svg
    class="states"
    viewBox={`0 0 ${STATES_WIDTH} ${height}`}
    width={STATES_WIDTH}
    height={height}
    role="img"
    aria-label="结果"
  >
    <text class="group-note" x={STATES_WIDTH - 8} y={layout.steps + 13}>
      首次收到
    </text>
    <text class="column" x={32} y={layout.steps + 13}>
      状态
    </text>
    <text class="column" x={5} y={layout.steps + 13}>
      以后
      <title>上报以后的节点，图上不画</title>
    </text>
    {layout.groups.map(({ of, y }) => (
      <>
        <rect class="group" x={0} y={y} width={STATES_WIDTH} height={24} />
        <text class="group-note" x={STATES_WIDTH - 8} y={y + 16}>
          {of.note}
        </text>
      </>
    ))}
    {rows.map(({ of, y, later }) => (
      <g transform={`translate(0 ${y})`}>
        <line class="rule" x1={0} x2={STATES_WIDTH} y1={ROW} y2={ROW} />
        {later.length > 0 && (
          <text class="later" x={6} y={14}>
            <title>{later.map(messageTitle).join('\n')}</title>
            {`+${later.length}`}
          </text>
        )}
        {of.unit && <Standing unit={of.unit} zone={zone} endedAt={endedAt} />}
      </g>
    ))}
  </svg>
);

type StandingProps = { unit: NonNullable<Row['unit']>; zone: Zone; endedAt: Instant };

function Standing({ unit, zone, endedAt }: StandingProps) {
  const standing = standingNow(unit, endedAt);
  const { firstReceivedAt } = unit.obligation;
  return (
    <>
      <text class={`standing ${standing}`} x={32} y={14}>
        {STANDING[standing][0]}
      </text>
      <text
        class={isLate(unit.obligation) ? 'received late' : 'received'}
        x={STATES_WIDTH - 8}
        y={14}
      >
        {firstReceivedAt === null ? '' : shortTime(firstReceivedAt, zone)}
      </text>
    </>
  );
}

/** Under the rows, how much went out on each day. */
const HEIGHT = 26;
const FAMILIES = ['remind', 'chase', 'reply'] as const;

type TallyProps = { axis: Axis; y: number; messages: readonly MessageRow[] };

function Tally({ axis, y, messages }: TallyProps) {
  const sent = messages.filter((message) => fateOf(message.state) === 'sent' && message.sentAt);
  const days = axis.days.map((day) => ({
    ...day,
    of: sent.filter((message) => message.sentAt?.startsWith(day.day)),
  }));
  const most = Math.max(1, ...days.map(({ of }) => of.length));
  return (
    <g class="tally" transform={`translate(0 ${y})`}>
      <line class="rule" x1={0} x2={axis.width} y1={HEIGHT + 14} y2={HEIGHT + 14} />
      {days.map(({ x, of }) => (
        <DayBar x={x + axis.dayWidth / 2} of={of} scale={HEIGHT / most} />
      ))}
    </g>
  );
}

function DayBar({ x, of, scale }: { x: number; of: readonly MessageRow[]; scale: number }) {
  if (of.length === 0) return null;
  let top = HEIGHT + 14;
  const bars = FAMILIES.map((family) => {
    const height = of.filter(({ kind }) => familyOf(kind) === family).length * scale;
    top -= height;
    return { family, height, top };
  });
  return (
    <>
      {bars.map(({ family, height, top }) => (
        <rect class={family} x={x - 6} y={top.toFixed(1)} width={12} height={height.toFixed(1)} />
      ))}
      <text class="day-total" x={x} y={top - 3}>
        {of.length}
      </text>
    </>
  );
}
