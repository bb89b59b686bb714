/** Parts that go unit by unit: the towns, problems, next steps, and what units added of their own. */
import type { ItemReport } from '../obligation/submission.ts';
import { type UnitText, unitText } from './categories.ts';
import { absence, type Entry, isTown, noteOn, shownReport, writesOn } from './entry.ts';

export type TownPart = {
  readonly unit: string;
  readonly unitName: string;
  /** 未报送 and the like; empty for an ordinary report. */
  readonly note: string;
  readonly items: readonly (UnitText & { readonly no: number })[];
  /** The free block: how the plan as a whole is carried out there; the reason of a nil report. */
  readonly overall: string;
};

export type UnitPoints = {
  readonly unit: string;
  readonly unitName: string;
  readonly points: readonly { readonly no: number; readonly text: string }[];
};

export type UnitRemark = {
  readonly unit: string;
  readonly unitName: string;
  readonly text: string;
};

/** `live`: in which order the items are shown. */
export const townsOf = (entries: readonly Entry[], live: readonly number[]): TownPart[] =>
  entries.filter(isTown).map((entry) => {
    const { unit, unitName } = entry.obligation;
    const report = shownReport(entry);
    const rows = report === null || report.nil ? [] : live.filter((no) => writesOn(entry, no));
    return {
      unit,
      unitName,
      note: report === null ? absence(entry) : noteOn(entry),
      items: rows.map((no) => ({ no, ...unitText(entry, no) })),
      overall: report?.remark ?? '',
    };
  });

export const problemsOf = (entries: readonly Entry[]): UnitPoints[] =>
  pointsOf(entries, (row) => row.problems);

export const nextStepsOf = (entries: readonly Entry[]): UnitPoints[] =>
  pointsOf(entries, (row) => row.nextSteps);

/** What departments wrote beside their items; a nil report's reason stands under its items, unless there are none. */
export const remarksOf = (entries: readonly Entry[]): UnitRemark[] =>
  entries.flatMap((entry) => {
    const { unit, unitName, items } = entry.obligation;
    const report = shownReport(entry);
    if (isTown(entry) || report === null || report.remark === '') return [];
    return report.nil && items.length > 0 ? [] : [{ unit, unitName, text: report.remark }];
  });

function pointsOf(entries: readonly Entry[], textOf: (row: ItemReport) => string): UnitPoints[] {
  return entries.flatMap((entry) => {
    const { unit, unitName } = entry.obligation;
    const points = (shownReport(entry)?.items ?? [])
      .map((row) => ({ no: row.no, text: textOf(row) }))
      .filter((point) => point.text !== '');
    return points.length === 0 ? [] : [{ unit, unitName, points }];
  });
}
