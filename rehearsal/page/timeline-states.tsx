/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** How each unit stands at the end, in words, and what was planned for later than the picture reaches. */
import { isLate } from '../../domain/obligation/obligation.ts';
import type { Instant, Zone } from '../../domain/time/time.ts';
import type { MessageRow } from '../result.ts';
import { standingNow } from './band.ts';
import { type Layout, type Placed, ROW } from './layout.ts';
import { messageTitle } from './marks.ts';
import type { Row } from './rows.ts';
import { STANDING, shortTime } from './words.ts';

const STATES_WIDTH = 142;

type Rows = readonly (Placed<Row> & { readonly later: readonly MessageRow[] })[];
type StatesProps = { rows: Rows; layout: Layout; height: number; zone: Zone; endedAt: Instant };

export const States = ({ rows, layout, height, zone, endedAt }: StatesProps) => (
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
