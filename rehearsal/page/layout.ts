/** Where everything of a round's picture stands, top to bottom. Lengths in px. */
import type { Group, Row } from './rows.ts';

export const ROW = 20;
const GROUP = 24;
const LANE = 16;
const DAYS = 32;
const STEPS = 18;
const TALLY = 46;

export type Placed<T> = { readonly of: T; readonly y: number };

export type Layout = {
  /** Top of the day numbers, under the lanes of the dates' labels. */
  readonly days: number;
  readonly steps: number;
  readonly groups: readonly Placed<Group>[];
  readonly rows: readonly Placed<Row>[];
  /** Top of the bars that count what went out each day. */
  readonly tally: number;
  readonly height: number;
};

export function layoutOf(groups: readonly Group[], lanes: number): Layout {
  const days = lanes * LANE + 2;
  const placedGroups: Placed<Group>[] = [];
  const rows: Placed<Row>[] = [];
  let y = days + DAYS + STEPS;
  for (const group of groups) {
    placedGroups.push({ of: group, y });
    y += GROUP;
    for (const row of group.rows) {
      rows.push({ of: row, y });
      y += ROW;
    }
  }
  const tally = y + 8;
  return {
    days,
    steps: days + DAYS,
    groups: placedGroups,
    rows,
    tally,
    height: tally + TALLY,
  };
}

export const laneTop = (lane: number): number => lane * LANE;
