/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Layout, ROW } from './layout.ts';
import { anchorOf } from './rows.ts';

const NAMES_WIDTH = 146;

/** The units' names, each a link to its messages below. */
export const Names = ({ layout, period }: { layout: Layout; period: string }) => (
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
