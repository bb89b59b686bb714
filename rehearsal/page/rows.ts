/** The rows of the picture: units in their groups with their messages, and the bureau last. */

import { isOutstanding } from '../../domain/obligation/obligation.ts';
import type { MessageRow, RoundResult } from '../result.ts';
import type { PageRound, PageUnit } from './read.ts';

export type Row = {
  readonly code: string;
  readonly name: string;
  /** Null in the row of messages to the bureau's officers. */
  readonly unit: PageUnit | null;
  readonly messages: readonly MessageRow[];
};
type Group = {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly Row[];
};

export function groupsOf(round: PageRound, result: RoundResult): Group[] {
  const messages = (code: string) => result.messages.filter((message) => message.unit === code);
  const group = (title: string, units: readonly PageUnit[]): Group => ({
    title,
    note: noteOf(units),
    rows: units.map((unit) => ({
      code: unit.obligation.unit,
      name: unit.obligation.unitName,
      unit,
      messages: messages(unit.obligation.unit),
    })),
  });
  const inClass = (test: (unitClass: string) => boolean) =>
    round.units.filter((unit) => test(unit.obligation.unitClass));
  const officers: Row = { code: 'officers', name: '经办人员', unit: null, messages: messages('') };
  return [
    group(
      '市直部门',
      inClass((of) => of === 'municipal'),
    ),
    group(
      '中央驻市及其他',
      inClass((of) => of !== 'municipal' && of !== 'town'),
    ),
    group(
      '镇区',
      inClass((of) => of === 'town'),
    ),
    { title: '汇总单位', note: '', rows: [officers] },
  ].filter(({ rows }) => rows.some((row) => row.unit !== null || row.messages.length > 0));
}

function noteOf(units: readonly PageUnit[]): string {
  const missing = units.filter((unit) => isOutstanding(unit.obligation.state)).length;
  return missing === 0 ? `${units.length}个，报齐` : `${units.length}个，未报${missing}个`;
}

/** The HTML id of a row. */
export const anchorOf = (period: string, row: Row): string => `${period}-${row.code}`;

/** The layout of a round's picture from top to bottom. Lengths in px. */
export const ROW = 20;
const GROUP = 24;
const LANE = 16;
const DAYS = 32;
const STEPS = 18;
const TALLY = 46;

export type Placed<T> = { readonly of: T; readonly y: number };

export type Layout = {
  /** Top of the day numbers, below the labels of the dates. */
  readonly days: number;
  readonly steps: number;
  readonly groups: readonly Placed<Group>[];
  readonly rows: readonly Placed<Row>[];
  /** Top of the bars that count the messages of each day. */
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
