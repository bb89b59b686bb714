/** The progress of the work items: each live item is counted once, so the numbers add up. */
import { type ItemStatus, STATUSES } from '../obligation/submission.ts';
import { type Entry, isTown, shownReport, shownRow, writesOn } from './entry.ts';

export type Progress = {
  readonly items: number;
  /** Items led by departments, each with the status of its least advanced lead unit. */
  readonly byStatus: Readonly<Record<ItemStatus, number>>;
  /** Items on which no lead unit has reported. */
  readonly unreported: number;
  /** Items led by all towns, counted town by town. */
  readonly ledByTowns: readonly TownItem[];
};

type TownItem = {
  readonly no: number;
  readonly byStatus: Readonly<Record<ItemStatus, number>>;
  /** Towns without a report on the item. */
  readonly unreported: number;
};

/** 不涉及 counts only when every lead unit says so. */
const LEAST_ADVANCED_FIRST: readonly ItemStatus[] = [
  '滞后',
  '未启动',
  '无新进展',
  '按序时推进',
  '持续推进',
  '已完成',
  '不涉及',
];

export function progressOf(live: readonly number[], entries: readonly Entry[]): Progress {
  const towns = entries.filter(isTown);
  const ofTowns = live.filter((no) => isLedByTowns(no, entries));
  const statuses = live
    .filter((no) => !ofTowns.includes(no))
    .map((no) => statusOfItem(no, entries));
  return {
    items: live.length,
    byStatus: tally(statuses),
    unreported: statuses.filter((status) => status === undefined).length,
    ledByTowns: ofTowns.map((no) => {
      const each = towns.map((town) => statusOf(town, no));
      return { no, byStatus: tally(each), unreported: each.filter((s) => s === undefined).length };
    }),
  };
}

/** Only towns owe it. */
export function isLedByTowns(no: number, entries: readonly Entry[]): boolean {
  const owing = entries.filter((entry) => writesOn(entry, no));
  return owing.length > 0 && owing.every(isTown);
}

/** A nil report counts as 无新进展 for each item of the unit. */
export const statusOf = (entry: Entry, no: number): ItemStatus | undefined =>
  shownReport(entry)?.nil === true ? '无新进展' : shownRow(entry, no)?.status;

function statusOfItem(no: number, entries: readonly Entry[]): ItemStatus | undefined {
  const reported = entries
    .filter((entry) => writesOn(entry, no))
    .map((entry) => statusOf(entry, no));
  return LEAST_ADVANCED_FIRST.find((status) => reported.includes(status));
}

function tally(statuses: readonly (ItemStatus | undefined)[]): Record<ItemStatus, number> {
  const pairs = STATUSES.map((status) => [status, statuses.filter((s) => s === status).length]);
  return Object.fromEntries(pairs) as Record<ItemStatus, number>;
}
