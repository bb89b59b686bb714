/** Figures of an item: what was typed made into a number, and last period's beside this one's. */
import type { Figure, ItemReport } from './submission.ts';

/** Digits before and after the point; more is a slip of the hand. */
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
 * Blanks off; of the value also what an input method or a spreadsheet brings along: full-width digits, the Chinese full
 * stop for the point, commas between thousands, the unit typed once more, leading zeros. Zeros at the end stay: they
 * say how exact the figure is. What is no number stays as it was typed, to be shown and refused.
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

/** For an item's row: nothing at all where there are none, so that a report without figures reads as it always did. */
export const someFigures = (
  figures: readonly Figure[],
): { readonly figures?: readonly Figure[] } => (figures.length === 0 ? {} : { figures });

/** Last period's numbers are not this one's: a form shows them beside empty boxes. */
export const withoutFigures = ({
  no,
  status,
  progress,
  problems,
  nextSteps,
}: ItemReport): ItemReport => ({ no, status, progress, problems, nextSteps });

/** 涉农贷款余额12.3亿元, as an official document writes it; a name that ends in a digit keeps apart from its number. */
export const figureText = ({ name, value, unit }: Figure): string =>
  `${name}${/\w$/.test(name) ? ' ' : ''}${value}${unit}`;

/** 涉农贷款余额12.3亿元；贷款户数1200户; empty where there are none. */
export const figuresText = (figures: readonly Figure[] | undefined): string =>
  (figures ?? []).map(figureText).join('；');

/** 12.3 亿元 */
const amount = ({ value, unit }: Figure): string => `${value} ${unit}`;

/** A row of a form. */
export type FigureRow = Figure & {
  /** What was handed in under that name for the last period, e.g. `12.3 亿元`. */
  readonly last: string | null;
};

/** This period's figures, then those of the last one that are not among them, with an empty value to fill in. */
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

/** A row that came with the form and got no value says that there is none this time; a name somebody typed does not. */
export const isLeft = ({ value, last }: Pick<FigureRow, 'value' | 'last'>): boolean =>
  value.trim() === '' && last !== null;
