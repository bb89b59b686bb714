/** Reads the second table of the Excel form: one figure a line, below its own head, wherever lines have been put in. */
import { isLeft, normalFigure, someFigures } from '../../domain/obligation/figures.ts';
import type { Figure, ItemReport } from '../../domain/obligation/submission.ts';
import { FIGURE_HEAD, FIGURE_ITEM } from '../documents/form-words.ts';
import type { Cells } from './cells.ts';

/** Its index, or -1 in a form from before there were figures. */
export const figureHead = ({ rows }: Cells): number =>
  rows.findIndex((row) => row[0] === FIGURE_HEAD.item && row[2] === FIGURE_HEAD.value);

/** A figure of an item that is not filled in is refused rather than lost. */
export function withFigures(
  items: readonly ItemReport[],
  cells: Cells,
  problems: string[],
): ItemReport[] {
  const lines = figureLines(cells, problems);
  const rowless = lines.filter(({ no }) => !items.some((item) => item.no === no));
  for (const { no, place } of rowless) {
    problems.push(`${place} 填了第${no}项的数据，但第${no}项的状态和进展没有填，请一并填写。`);
  }
  return items.map((item) => ({
    ...item,
    ...someFigures(lines.filter(({ no }) => no === item.no).map(({ figure }) => figure)),
  }));
}

type Line = { readonly no: number; readonly place: string; readonly figure: Figure };

function figureLines(cells: Cells, problems: string[]): Line[] {
  const head = figureHead(cells);
  if (head < 0) return [];
  const below = cells.rows.slice(head + 1);
  const end = below.findIndex(([item = '']) => item !== '' && !FIGURE_ITEM.test(item));
  return below
    .slice(0, end < 0 ? undefined : end)
    .flatMap((row, index) => lineOf(row, cells.place(head + 1 + index, 0), problems));
}

function lineOf(row: readonly string[], place: string, problems: string[]): Line[] {
  const [item = '', name = '', value = '', unit = '', last = ''] = row;
  const isEmpty = [name, value, unit].every((text) => text === '');
  if (isEmpty || isLeft({ value, last: last === '' ? null : last })) return [];
  const no = FIGURE_ITEM.exec(item)?.[1];
  if (no !== undefined) {
    return [{ no: Number(no), place, figure: normalFigure({ name, value, unit }) }];
  }
  problems.push(`${place} 未填事项，请填“${name || value}”属于第几项，如“第52项”。`);
  return [];
}
