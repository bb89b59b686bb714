/** The plan's categories with their live items and what every unit wrote on them. */

import { figuresOf, someFigures } from '../obligation/figures.ts';
import type { Figure, ItemReport, ItemStatus } from '../obligation/submission.ts';
import type { Plan, WorkItem } from '../plan/plan.ts';
import { absence, type Entry, isTown, noteOn, shownReport, shownRow, writesOn } from './entry.ts';
import { isLedByTowns, statusOf } from './progress.ts';

export type CategoryPart = {
  readonly no: number;
  readonly title: string;
  readonly items: readonly ItemPart[];
};

export type ItemPart = {
  readonly no: number;
  readonly content: string;
  /** As the plan table names them. */
  readonly leads: readonly string[];
  readonly schedule: string;
  /** One for each unit that owes the item, lead units first; items of all towns are in `TownPart`. */
  readonly texts: readonly UnitText[];
  readonly ledByTowns: boolean;
  /** What towns wrote on an optional item. */
  readonly townTexts: readonly UnitText[];
  /** Towns that chose a status and wrote nothing. */
  readonly townStatuses: readonly UnitStatus[];
  /** Related items. */
  readonly seeAlso: readonly number[];
};

export type UnitStatus = {
  readonly unit: string;
  readonly unitName: string;
  readonly status: ItemStatus;
};

export type UnitText = {
  readonly unit: string;
  readonly unitName: string;
  /** Null when nothing was handed in on the item; `note` gives the reason. */
  readonly status: ItemStatus | null;
  readonly text: string;
  /** Absent when there are none. */
  readonly figures?: readonly Figure[];
  /** 未报送, 免报：…, 已退回补正…; empty for an ordinary text. */
  readonly note: string;
};

export function categoriesOf(
  plan: Pick<Plan, 'id' | 'items'>,
  live: readonly number[],
  entries: readonly Entry[],
): CategoryPart[] {
  const items = plan.items.filter((item) => live.includes(item.no));
  const numbers = [...new Set(items.map((item) => item.categoryNo))];
  return numbers.map((no) => {
    const inside = items.filter((item) => item.categoryNo === no);
    return {
      no,
      title: inside[0]?.category ?? '',
      items: inside.map((item) => itemPart(plan.id, item, live, entries)),
    };
  });
}

function itemPart(
  plan: string,
  item: WorkItem,
  live: readonly number[],
  entries: readonly Entry[],
): ItemPart {
  const { no, content, leads, schedule } = item;
  const ledByTowns = isLedByTowns(no, entries);
  const owing = inOrderOfLeads(
    entries.filter((entry) => !isTown(entry) && writesOn(entry, no)),
    leads,
  );
  const volunteers = entries.filter((entry) => entry.obligation.optionalItems.includes(no));
  return {
    no,
    content,
    leads,
    schedule,
    ledByTowns,
    texts: owing.map((entry) => unitText(entry, no)),
    townTexts: volunteers
      .filter((entry) => saysSomething(shownRow(entry, no)))
      .map((entry) => unitText(entry, no)),
    townStatuses: volunteers.flatMap((entry) => bareStatus(entry, no)),
    seeAlso: relatedItems(plan, no, live),
  };
}

/** In the order of the table, where the first unit leads (第一牵头); successors, which it does not name, come last. */
function inOrderOfLeads(entries: readonly Entry[], leads: readonly string[]): Entry[] {
  const place = ({ obligation }: Entry) => {
    const index = leads.indexOf(obligation.unitName);
    return index < 0 ? leads.length : index;
  };
  return entries.toSorted((a, b) => place(a) - place(b));
}

/** A unit's text on one item, the reason of its nil report, or why there is none. */
export function unitText(entry: Entry, no: number): UnitText {
  const { unit, unitName } = entry.obligation;
  const status = statusOf(entry, no) ?? null;
  const report = shownReport(entry);
  const row = report?.nil === true ? undefined : shownRow(entry, no);
  const text = report?.nil === true ? report.remark : (row?.progress ?? '');
  const note = status === null ? absence(entry) : noteOn(entry);
  return { unit, unitName, status, text, ...someFigures(row?.figures ?? []), note };
}

function bareStatus(entry: Entry, no: number): UnitStatus[] {
  const row = shownRow(entry, no);
  if (row === undefined || saysSomething(row)) return [];
  const { unit, unitName } = entry.obligation;
  return [{ unit, unitName, status: row.status }];
}

/** A text or a figure, not only a status. */
const saysSomething = (row: ItemReport | undefined): boolean =>
  row !== undefined && (row.progress.trim() !== '' || figuresOf(row).length > 0);

/**
 * Items whose contents overlap although other units lead them. 55's second clause repeats 56; the others are close in
 * substance (risk compensation, internet finance, electronic payment, guidance funds, agricultural insurance, village service
 * points).
 */
const RELATED: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'zhongshan-2017-2020': [
    [5, 48],
    [7, 22],
    [8, 10, 11, 16],
    [14, 20],
    [18, 45],
    [23, 24],
    [55, 56],
  ],
};

/** Among the live items. */
function relatedItems(plan: string, no: number, live: readonly number[]): number[] {
  const group = (RELATED[plan] ?? []).find((numbers) => numbers.includes(no)) ?? [];
  return group.filter((other) => other !== no && live.includes(other));
}
