/** The parts of a compilation by unit: towns, problems, next steps, remarks. */
import type { ItemReport } from '../obligation/submission.ts';
import { type UnitText, unitText } from './categories.ts';
import { absence, type Entry, isTown, noteOn, shownReport, writesOn } from './entry.ts';

export type TownPart = {
  readonly unit: string;
  readonly unitName: string;
  /** E.g. 未报送; empty for an ordinary report. */
  readonly note: string;
  readonly items: readonly (UnitText & { readonly no: number })[];
  /** The text on the plan as a whole, or the reason of a nil report. */
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

/** @param live the items to show, in order */
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

/** General remarks of departments. The reason of a nil report is shown with its items, here only when it has none. */
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
