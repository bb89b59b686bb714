/** Tables without lines, for a terminal of 100 columns; Chinese characters count two. */
import Table from 'cli-table3';
import colors from 'picocolors';
import { wrapped } from './width.ts';

export type Column = { readonly title: string; readonly width: number };

const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .concat('middle', 'mid-mid')
    .map((name) => [name, '']),
);

/** The widths sum up to at most 100; longer text is wrapped. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const made = new Table({
    head: columns.map(({ title }) => colors.dim(title)),
    colWidths: columns.map(({ width }) => width),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
  });
  // The package wraps by characters instead of columns, which cuts Chinese text off.
  const cells = rows.map((row) =>
    row.map((cell, index) => inColumn(cell, columns[index]?.width ?? 0)),
  );
  made.push(...cells);
  return made
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Coloured cells are short and stay as they are: wrapping would count and split their escape codes. */
const inColumn = (cell: string, width: number): string =>
  cell.includes('\u001b') ? cell : wrapped(cell, width - 1).join('\n');
