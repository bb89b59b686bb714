/** @jsxRuntime automatic @jsxImportSource hono/jsx */
/** The picture's ground: columns of days, the dates that cut through it, the steps over the columns. */
import type { Axis, AxisDay } from './axis.ts';
import type { Line, StepLabel } from './dates.ts';
import { type Layout, laneTop } from './layout.ts';
import type { Flown } from './place.ts';
import { DAY_KIND, dayWithWeekday, weekdayOf } from './words.ts';

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
