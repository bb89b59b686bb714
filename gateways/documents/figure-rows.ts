/** The second table of the form's sheet: one figure a line, with last period's beside it and lines left for others. */
import type { Row } from 'write-excel-file/node';
import { LIMITS } from '../../domain/obligation/limits.ts';
import type { Form, FormRow } from '../../domain/obligation/report-form.ts';
import { FIGURE_HEAD, figureItem } from './form-words.ts';
import { asTyped, cell, input, LINE, label } from './sheet-cells.ts';

/** For each item that must be reported on, and at the end for any item. */
const EMPTY = { item: 1, end: 4 } as const;

/** Columns: item, name, value, unit, last period; F and G are one with E. */
export function figureRows({ rows }: Form): Row[] {
  const note = `每项最多${LIMITS.figures}个数据，数值只填数；本期没有的留空，不够可在本表内插行。`;
  return [
    [
      ...[FIGURE_HEAD.item, FIGURE_HEAD.name, FIGURE_HEAD.value, FIGURE_HEAD.unit].map(label),
      { ...label(FIGURE_HEAD.last), height: 2 * LINE },
      { ...cell(note), columnSpan: 2 },
      null,
    ],
    ...rows.flatMap(rowsOfItem),
    ...Array.from({ length: EMPTY.end }, () => line(input(''), {}, '')),
  ];
}

function rowsOfItem({ no, optional, figures }: FormRow): Row[] {
  const item = { ...cell(figureItem(no)), align: 'center' as const };
  const empty = optional ? 0 : Math.min(EMPTY.item, LIMITS.figures - figures.length);
  return [
    ...figures.map((figure) => line(item, figure, figure.last ?? '')),
    ...Array.from({ length: Math.max(0, empty) }, () => line(item, {}, '')),
  ];
}

type Typed = { readonly name?: string; readonly value?: string; readonly unit?: string };

const line = (
  item: Row[number],
  { name = '', value = '', unit = '' }: Typed,
  last: string,
): Row => [
  item,
  // 22 characters to a line; spreadsheets do not grow rows of files they did not make.
  { ...input(name), height: (name.length > 22 ? 2.4 : 1.4) * LINE },
  // As text, or Excel makes 0.123 of 12.3%.
  { ...asTyped(input(value)), align: 'right' },
  input(unit),
  cell(last),
  { ...cell(''), columnSpan: 2 },
  null,
];
