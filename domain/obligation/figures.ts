/** Figures of an item: normalising what was typed, and showing last period's beside this one's. */
import type { Figure, ItemReport } from './submission.ts';

/** Digits before and after the point, at most; more is a typing error. */
export const FIGURE_DIGITS = { whole: 12, decimals: 6 } as const;

const NUMBER = /^-?\d+(\.\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;

export const isNumber = (value: string): boolean => NUMBER.test(value);

export function isFigureValue(value: string): boolean {
  const [whole = '', decimals = ''] = value.replace('-', '').split('.');
  const { length } = whole;
  return (
    isNumber(value) && length <= FIGURE_DIGITS.whole && decimals.length <= FIGURE_DIGITS.decimals
  );
}

/**
 * Trims all fields. In the value it also corrects what input methods and spreadsheets add: full-width digits, 。 for the
 * point, commas between thousands, the unit typed again, leading zeros. Zeros at the end stay, because they tell the
 * precision. A value that is no number stays as typed, to be refused.
 */
export function normalFigure({ name, value, unit }: Figure): Figure {
  const typed = value.trim();
  const plain = withoutUnit(halfWidth(typed), halfWidth(unit.trim()));
  const digits = (GROUPED.test(plain) ? plain.replaceAll(',', '') : plain)
    .replace(/^\+/, '')
    .replace(/^(-?)(?=\.\d)/, '$10')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return { name: name.trim(), value: isNumber(digits) ? digits : typed, unit: unit.trim() };
}

const halfWidth = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[−–—]/, '-')
    .replace(/(?<=\d)。(?=\d)/, '.');

const withoutUnit = (text: string, unit: string): string =>
  unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;

export const figuresOf = ({ figures = [] }: Pick<ItemReport, 'figures'>): readonly Figure[] =>
  figures;

/** The property `figures`, absent when there are none: reports from before figures existed have none either. */
export const someFigures = (
  figures: readonly Figure[],
): { readonly figures?: readonly Figure[] } => (figures.length === 0 ? {} : { figures });

/** Without figures: a form shows last period's beside empty boxes. */
export const withoutFigures = ({
  no,
  status,
  progress,
  problems,
  nextSteps,
}: ItemReport): ItemReport => ({ no, status, progress, problems, nextSteps });

/** 涉农贷款余额12.3亿元, with a space after a name that ends in a digit or letter. */
export const figureText = ({ name, value, unit }: Figure): string =>
  `${name}${/\w$/.test(name) ? ' ' : ''}${value}${unit}`;

/** 涉农贷款余额12.3亿元；贷款户数1200户 */
export const figuresText = (figures: readonly Figure[] | undefined): string =>
  (figures ?? []).map(figureText).join('；');

/** 12.3 亿元 */
const amount = ({ value, unit }: Figure): string => `${value} ${unit}`;

/** A row of a form. */
export type FigureRow = Figure & {
  /** Last period's figure of that name, e.g. `12.3 亿元`. */
  readonly last: string | null;
};

/** This period's figures, then the other ones of last period with an empty value. */
export function figureRows(now: readonly Figure[], last: readonly Figure[]): readonly FigureRow[] {
  const missing = last.filter(({ name }) => !now.some((figure) => figure.name === name));
  return [
    ...now.map((figure) => ({ ...figure, last: lastAmount(last, figure.name) })),
    ...missing.map((figure) => ({ ...figure, value: '', last: amount(figure) })),
  ];
}

export function lastAmount(last: readonly Figure[], name: string): string | null {
  const found = last.find((figure) => figure.name === name.trim());
  return found ? amount(found) : null;
}

/** A row of the form without a value means no figure this time. A row with a name typed by hand is incomplete instead. */
export const isLeft = ({ value, last }: Pick<FigureRow, 'value' | 'last'>): boolean =>
  value.trim() === '' && last !== null;
