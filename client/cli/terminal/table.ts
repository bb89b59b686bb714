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

/** The widths are to sum up to at most 100; what is longer goes on in the next line. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const made = new Table({
    head: columns.map(({ title }) => colors.dim(title)),
    colWidths: columns.map(({ width }) => width),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
  });
  // The package counts characters, not columns, when it wraps, and so cuts Chinese text off.
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

/** A coloured cell is short, and its codes are not to be counted or torn apart. */
const inColumn = (cell: string, width: number): string =>
  cell.includes('\u001b') ? cell : wrapped(cell, width - 1).join('\n');
