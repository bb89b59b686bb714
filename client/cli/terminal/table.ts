/** Tables without lines, for a terminal of 100 columns; Chinese characters count two. */
import { stripVTControlCharacters } from 'node:util';
import colors from 'picocolors';
import { widthOf, wrapped } from './width.ts';

export type Column = { readonly title: string; readonly width: number };

/** The widths are to sum up to at most 100; what is longer goes on in the next line. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const head = columns.map(({ title }) => [colors.dim(title)]);
  const cells = rows.map((row) => columns.map(({ width }, index) => inColumn(row[index], width)));
  return [head, ...cells].flatMap((row) => linesOf(row, columns)).join('\n');
}

/** A coloured cell is short, and its codes are not to be counted or torn apart. */
const inColumn = (cell = '', width: number): string[] =>
  cell.includes('\u001b') ? [cell] : wrapped(cell, width - 1).flatMap((line) => line.split('\n'));

/** As many as the highest cell of the row has. */
function linesOf(row: readonly (readonly string[])[], columns: readonly Column[]): string[] {
  const height = Math.max(...row.map((cell) => cell.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width }, index) => padded(row[index]?.[line] ?? '', width))
      .join('')
      .trimEnd(),
  );
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(stripVTControlCharacters(text))));
