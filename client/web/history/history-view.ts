/** The history: a row for each unit, a column for each period, and the share of reports on time. */
import type { HistoryCell, Timeliness } from '../../../store/read/history.ts';
import { askedPage, pageOf } from '../shared/paging.ts';
import { GROUPS, type Group, groupOf } from '../shared/standing.ts';

type Measure = 'effective' | 'original';

export type HistoryQuery = {
  readonly by: Measure;
  readonly group: Group | null;
  readonly page: number;
};

export type HistoryRow = {
  readonly unit: string;
  /** Its newest name. */
  readonly unitName: string;
  readonly group: Group;
  readonly own: boolean;
  readonly cells: ReadonlyMap<string, Timeliness>;
  /** Reports due, reports on time, and their share; null while none was due. */
  readonly due: number;
  readonly onTime: number;
  readonly rate: number | null;
  /** Equal shares have equal places. Null without a share, and for the bureau's own part. */
  readonly place: number | null;
};

export type HistoryView = {
  readonly periods: readonly string[];
  readonly rows: readonly HistoryRow[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
};

const PAGE_SIZE = 100;
const WHOLE = 200;

export function historyQuery(asked: Readonly<Record<string, string | undefined>>): HistoryQuery {
  const { by, group, page } = asked;
  return {
    by: by === 'original' ? 'original' : 'effective',
    group: GROUPS.find((one) => one === group) ?? null,
    page: askedPage(page),
  };
}

/** @param ranked best share first; otherwise in the order of the plan, without places */
export function historyView(
  cells: readonly HistoryCell[],
  { by, group, page: asked }: HistoryQuery,
  ranked: boolean,
): HistoryView {
  const all = rowsOf(cells, by);
  const placed = ranked ? inPlaces(all) : all;
  const found = placed.filter((row) => group === null || row.group === group);
  const shown = pageOf(found, asked, all.length > WHOLE ? PAGE_SIZE : WHOLE);
  return {
    periods: [...new Set(cells.map(({ period }) => period))].toSorted(),
    found: found.length,
    ...shown,
  };
}

function rowsOf(cells: readonly HistoryCell[], by: Measure): HistoryRow[] {
  const byUnit = new Map<string, HistoryCell[]>();
  for (const cell of cells) byUnit.set(cell.unit, [...(byUnit.get(cell.unit) ?? []), cell]);
  return [...byUnit].map(([unit, own]) => {
    const newest = own.toSorted((a, b) => (a.period < b.period ? -1 : 1)).at(-1);
    const standing = ({ byEffective, byOriginal }: HistoryCell) =>
      by === 'effective' ? byEffective : byOriginal;
    const judged = own.map(standing).filter((one) => one !== 'waived' && one !== 'not due');
    const onTime = judged.filter((one) => one === 'on time').length;
    return {
      unit,
      unitName: newest?.unitName ?? unit,
      group: newest ? groupOf(newest) : 'other',
      own: newest?.own ?? false,
      cells: new Map(own.map((cell) => [cell.period, standing(cell)])),
      due: judged.length,
      onTime,
      rate: judged.length === 0 ? null : onTime / judged.length,
      place: null,
    };
  });
}

function inPlaces(rows: readonly HistoryRow[]): HistoryRow[] {
  const isRated = ({ rate, own }: HistoryRow) => rate !== null && !own;
  const best = rows.filter(isRated).toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  const places = new Map<number | null, number>();
  for (const [index, { rate }] of best.entries()) {
    if (!places.has(rate)) places.set(rate, index + 1);
  }
  return [
    ...best.map((row) => ({ ...row, place: places.get(row.rate) ?? null })),
    ...rows.filter((row) => !isRated(row)),
  ];
}
