/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** Under the rows, how much went out on each day. */
import type { MessageRow } from '../result.ts';
import type { Axis } from './axis.ts';
import { familyOf, fateOf } from './marks.ts';

const HEIGHT = 26;
const FAMILIES = ['remind', 'chase', 'reply'] as const;

type TallyProps = { axis: Axis; y: number; messages: readonly MessageRow[] };

export function Tally({ axis, y, messages }: TallyProps) {
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
