import {
  type FigureRow,
  figureRows,
  figuresOf,
  isLeft,
  lastAmount,
  normalFigure,
  someFigures,
  withoutFigures,
} from '../../../domain/obligation/figures.ts';
import { type FieldProblem, LIMITS } from '../../../domain/obligation/limits.ts';
import { figureField, itemField } from '../../../domain/obligation/report-problems.ts';
import {
  type Figure,
  type ItemReport,
  type ItemStatus,
  type Report,
  STATUSES,
} from '../../../domain/obligation/submission.ts';
import type { ReportScene } from './report-scene.ts';

/** Texts by field name; a missing field is empty. */
export type ReportValues = Readonly<Record<string, string>>;

/** The values of a form when it is opened, and where they come from. */
export type Start = {
  readonly values: ReportValues;
  readonly from: 'draft' | 'newest version' | 'last period' | 'nothing';
};

/**
 * From the draft; else this period's newest version; else the last period's report; else only the people of the roster.
 */
export function startOf(scene: ReportScene): Start {
  const { draft, newest, last, obligation } = scene;
  const numbers = [...obligation.items, ...obligation.optionalItems];
  if (draft) {
    const values = reportValues(draft.content as Record<string, unknown>, numbers);
    const unknown = numbers.filter((no) => !hasFigureRows(values, no));
    return { values: withLastFigures(values, unknown, last), from: 'draft' };
  }
  const started = (report: Report) => withLastFigures(valuesFrom(report), numbers, last);
  if (newest) return { values: started(newest.report), from: 'newest version' };
  if (last) {
    const texts = { ...last, items: last.items.map(withoutFigures) };
    return { values: started(texts), from: 'last period' };
  }
  return { values: firstValues(scene), from: 'nothing' };
}

/** `at`: the field to go on with. */
type Pressed = { readonly values: ReportValues; readonly at: string };

/**
 * The effect of a button inside an item: `same-52` (无变化) takes over the last period's text, `more-52` (增加一行) adds a row
 * of figures.
 * @returns null for any other button
 */
export function pressed(action: string, values: ReportValues, last: Report | null): Pressed | null {
  const [, button, item] = /^(same|more)-(\d{1,3})$/.exec(action) ?? [];
  if (button === undefined) return null;
  const no = Number(item);
  if (button === 'same') {
    return { values: asLastPeriod(values, last, no), at: itemField(no, 'status') };
  }
  const more = withAnotherRow(values, no);
  return { values: more, at: figureField(no, figuresTyped(more, no).length, 'name') };
}

/** 无变化: takes over the item's text of the last period. Its figures must be typed anew. */
function asLastPeriod(values: ReportValues, last: Report | null, no: number): ReportValues {
  const row = last?.items.find((item) => item.no === no);
  return row ? withLastFigures({ ...values, ...rowValues(row) }, [no], last) : values;
}

function firstValues({ contacts, obligation }: ReportScene): ReportValues {
  const liaison = contacts.find(({ role }) => role === 'liaison');
  const leader = contacts.find(({ role }) => role === 'leader');
  return {
    preparedBy: liaison?.name ?? '',
    phone: liaison?.phone ?? '',
    signedBy: leader?.name ?? '',
    nil: obligation.items.length === 0 ? 'yes' : '',
    ...Object.fromEntries(obligation.items.map((no) => [itemField(no, 'status'), '按序时推进'])),
  };
}

const PEOPLE = ['preparedBy', 'phone', 'reviewedBy', 'signedBy'] as const;
const PARTS = ['status', 'progress', 'problems', 'nextSteps'] as const;

/** Keeps only fields of this form. Cuts them far above any limit: what is too long is still refused as too long. */
export function reportValues(
  sent: Readonly<Record<string, unknown>>,
  numbers: readonly number[],
): ReportValues {
  const names = [
    'nil',
    'remark',
    'declaration',
    ...PEOPLE,
    ...numbers.flatMap((no) => PARTS.map((part) => itemField(no, part))),
  ];
  // Of all possible rows of figures, those on the page.
  const figures = numbers.flatMap(figureNames).filter((name) => typeof sent[name] === 'string');
  return Object.fromEntries([...names, ...figures].map((name) => [name, textIn(sent[name])]));
}

/** What a report needs beside the values: required items, optional items, and the last period's report. */
type FormOf = {
  readonly items: readonly number[];
  readonly optionalItems: readonly number[];
  readonly last: Report | null;
};

export function reportOf(values: ReportValues, { items, optionalItems, last }: FormOf): Report {
  const nil = values['nil'] === 'yes';
  const rows = [...items, ...optionalItems.filter((no) => isUsed(values, no, last))];
  return {
    nil,
    items: nil ? [] : rows.map((no) => itemOf(values, no, last)),
    remark: textOf(values, 'remark'),
    preparedBy: textOf(values, 'preparedBy'),
    phone: textOf(values, 'phone'),
    reviewedBy: textOf(values, 'reviewedBy'),
    signedBy: textOf(values, 'signedBy'),
    declaration: values['declaration'] === 'yes',
  };
}

/** The values of a report, for the form. Without the declaration, which is made anew each time. */
export function valuesFrom(report: Report): ReportValues {
  const { nil, items, remark, preparedBy, phone, reviewedBy, signedBy } = report;
  const people = { preparedBy, phone, reviewedBy, signedBy };
  return {
    nil: nil ? 'yes' : '',
    remark,
    ...people,
    ...Object.assign({}, ...items.map(rowValues)),
    ...Object.assign({}, ...items.map((item) => figureValues(item.no, figuresOf(item)))),
  };
}

const rowValues = (item: ItemReport): ReportValues =>
  Object.fromEntries(PARTS.map((part) => [itemField(item.no, part), item[part]]));

const LONGEST = 5000;

const textIn = (sent: unknown): string =>
  typeof sent === 'string' ? storable(sent).slice(0, LONGEST) : '';

/** Without what Postgres cannot store but a clipboard may hold: NUL and halves of characters. */
const storable = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '');

const textOf = (values: ReportValues, name: string): string => (values[name] ?? '').trim();

export const isUsed = (values: ReportValues, no: number, last: Report | null): boolean =>
  PARTS.some((part) => textOf(values, itemField(no, part)) !== '') ||
  figuresMeant(values, no, last).length > 0;

function itemOf(values: ReportValues, no: number, last: Report | null): ItemReport {
  const status = textOf(values, itemField(no, 'status'));
  return {
    no,
    status: STATUSES.find((one) => one === status) ?? (status as ItemStatus),
    progress: textOf(values, itemField(no, 'progress')),
    problems: textOf(values, itemField(no, 'problems')),
    nextSteps: textOf(values, itemField(no, 'nextSteps')),
    ...someFigures(figuresMeant(values, no, last).map(({ figure }) => figure)),
  };
}

/** Rows on the page: as many as may be handed in, and as many of the last period that stay empty. */
export const MOST_ROWS = 2 * LIMITS.figures;

const ROWS = Array.from({ length: MOST_ROWS }, (_, index) => index + 1);
export const FIGURE_PARTS = ['name', 'value', 'unit'] as const;

/** The names of all fields that an item's figures may have. Rows count from 1. */
const figureNames = (no: number): string[] =>
  ROWS.flatMap((row) => FIGURE_PARTS.map((part) => figureField(no, row, part)));

/** The rows of an item; at least one, to type into. */
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

type Counted = { readonly row: number; readonly figure: Figure };

/** The figures to hand in: without empty rows, and without last period's figures that got no value. */
const figuresMeant = (values: ReportValues, no: number, last: Report | null): Counted[] =>
  figuresTyped(values, no)
    .map((typed, index) => ({ row: index + 1, figure: normalFigure(typed) }))
    .filter(({ figure }) => !isEmpty(figure) && !isLeft(beside(figure, lastFigures(last, no))));

/** The fields of these rows, and of an empty row after them. */
function figureValues(no: number, rows: readonly Figure[]): ReportValues {
  const shown = [...rows, NOTHING].slice(0, MOST_ROWS);
  return Object.fromEntries(
    shown.flatMap((figure, index) =>
      FIGURE_PARTS.map((part) => [figureField(no, index + 1, part), figure[part]]),
    ),
  );
}

/** Adds a row for each figure of the last period; keeps what was typed. */
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
function withAnotherRow(values: ReportValues, no: number): ReportValues {
  return { ...values, ...figureValues(no, figuresTyped(values, no)) };
}

/** Whether the form was sent with rows of this item: a draft that has them stays as it is. */
const hasFigureRows = (values: ReportValues, no: number): boolean =>
  figureNames(no).some((name) => values[name] !== undefined);

/** Problems number a report's figures; the page needs the rows in which they stand. */
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
