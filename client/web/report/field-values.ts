/** Figures in the fields of the form. An item's rows are counted from 1; a row is there when the form has its fields. */

import {
  type FigureRow,
  figureRows,
  figuresOf,
  isLeft,
  lastAmount,
  normalFigure,
} from '../../../domain/obligation/figures.ts';
import { type FieldProblem, LIMITS } from '../../../domain/obligation/limits.ts';
import type { Figure, Report } from '../../../domain/obligation/submission.ts';
import { figureField } from '../../../domain/report/figure-problems.ts';
import type { ReportValues } from './form-values.ts';

/** On the page: as many as may be handed in, beside as many from the last period that are left empty. */
export const MOST_ROWS = 2 * LIMITS.figures;

const ROWS = Array.from({ length: MOST_ROWS }, (_, index) => index + 1);
export const FIGURE_PARTS = ['name', 'value', 'unit'] as const;

/** The names of all fields that an item's figures may have. */
export const figureNames = (no: number): string[] =>
  ROWS.flatMap((row) => FIGURE_PARTS.map((part) => figureField(no, row, part)));

/** What stands in the rows of an item, one at least: the page always shows where to type. */
export function figuresTyped(values: ReportValues, no: number): Figure[] {
  const isThere = (row: number) =>
    FIGURE_PARTS.some((part) => values[figureField(no, row, part)] !== undefined);
  const number = ROWS.findLast(isThere) ?? 1;
  const textOf = (row: number, part: (typeof FIGURE_PARTS)[number]) =>
    values[figureField(no, row, part)] ?? '';
  return ROWS.slice(0, number).map((row) => ({
    name: textOf(row, 'name'),
    value: textOf(row, 'value'),
    unit: textOf(row, 'unit'),
  }));
}

/** A figure with the row it stands in. */
type Counted = { readonly row: number; readonly figure: Figure };

/** Those that are handed in: not the rows left empty, nor last period's that got no value. */
export const figuresMeant = (values: ReportValues, no: number, last: Report | null): Counted[] =>
  figuresTyped(values, no)
    .map((typed, index) => ({ row: index + 1, figure: normalFigure(typed) }))
    .filter(({ figure }) => !isEmpty(figure) && !isLeft(beside(figure, lastFigures(last, no))));

/** The fields in which these rows stand, and an empty row after them. */
export function figureValues(no: number, rows: readonly Figure[]): ReportValues {
  const shown = [...rows, NOTHING].slice(0, MOST_ROWS);
  return Object.fromEntries(
    shown.flatMap((figure, index) =>
      FIGURE_PARTS.map((part) => [figureField(no, index + 1, part), figure[part]]),
    ),
  );
}

/** With a row for each of last period's figures of an item; what is typed stays. */
export function withLastFigures(
  values: ReportValues,
  numbers: readonly number[],
  last: Report | null,
): ReportValues {
  return numbers.reduce((filled, no) => {
    const typed = figuresTyped(values, no).filter((figure) => !isEmpty(figure));
    const rows = figureRows(typed, lastFigures(last, no));
    return rows.length === typed.length
      ? filled
      : { ...withoutRows(filled, no), ...figureValues(no, rows) };
  }, values);
}

/** 增加一行 */
export function withAnotherRow(values: ReportValues, no: number): ReportValues {
  return { ...values, ...figureValues(no, figuresTyped(values, no)) };
}

/** Whether anything was sent of the figures of an item: a draft that knows them is left as it is. */
export const hasFigureRows = (values: ReportValues, no: number): boolean =>
  figureNames(no).some((name) => values[name] !== undefined);

/** Problems name a report's figures by their order; on the page each stands at its row. */
export function atTheirRows(
  problems: readonly FieldProblem[],
  values: ReportValues,
  last: Report | null,
): FieldProblem[] {
  return problems.map(({ field, sentence }) => {
    const [, item, number, part] = FIGURE_FIELD.exec(field) ?? [];
    if (item === undefined) return { field, sentence };
    const meant = figuresMeant(values, Number(item), last)[Number(number) - 1];
    return { field: `item-${item}-figure-${meant?.row ?? number}-${part}`, sentence };
  });
}

export const lastFigures = (last: Report | null, no: number): readonly Figure[] =>
  figuresOf(last?.items.find((item) => item.no === no) ?? {});

const FIGURE_FIELD = /^item-(\d+)-figure-(\d+)-(\w+)$/;
const NOTHING: Figure = { name: '', value: '', unit: '' };

const isEmpty = (figure: Figure): boolean =>
  FIGURE_PARTS.every((part) => figure[part].trim() === '');

function withoutRows(values: ReportValues, no: number): ReportValues {
  const names = new Set(figureNames(no));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)));
}

const beside = (figure: Figure, last: readonly Figure[]): FigureRow => ({
  ...figure,
  last: lastAmount(last, figure.name),
});
