/** What stands in the fields of the form, as text: while it is typed, saved as a draft, and on its way to a report. */
import { figuresOf, someFigures } from '../../../domain/obligation/figures.ts';
import {
  type ItemReport,
  type ItemStatus,
  type Report,
  STATUSES,
} from '../../../domain/obligation/submission.ts';
import { itemField } from '../../../domain/report/item-problems.ts';
import { figureNames, figuresMeant, figureValues } from './field-values.ts';
import type { ReportValues } from './form-values.ts';

const PEOPLE = ['preparedBy', 'phone', 'reviewedBy', 'signedBy'] as const;
const PARTS = ['status', 'progress', 'problems', 'nextSteps'] as const;

/** Only fields of this form, whatever else was sent; far longer than any limit they are cut, to be refused as too long. */
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
  // Of the many rows that figures may have, those the page had.
  const figures = numbers.flatMap(figureNames).filter((name) => typeof sent[name] === 'string');
  return Object.fromEntries([...names, ...figures].map((name) => [name, textIn(sent[name])]));
}

/** Rows that must be filled in, those that count only when something was chosen or typed in them, and last period's report. */
export type FormOf = {
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

/** To go on from. The declaration is left out: it is made anew every time. */
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

/** The texts of an item. */
export const rowValues = (item: ItemReport): ReportValues =>
  Object.fromEntries(PARTS.map((part) => [itemField(item.no, part), item[part]]));

const LONGEST = 5000;

const textIn = (sent: unknown): string =>
  typeof sent === 'string' ? storable(sent).slice(0, LONGEST) : '';

/** Without what no database holds, as some programs leave it in the clipboard: NUL, halves of characters. */
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
