/** A sheet as text: people type numbers and dates where words are asked for. */

export type Cells = {
  /** Trimmed, line ends as \n. */
  readonly rows: readonly (readonly string[])[];
  /** C7, for a row and a column counted from 0. */
  place(row: number, column: number): string;
};

export const cellsOf = (sheet: readonly (readonly unknown[])[]): Cells => ({
  rows: sheet.map((row) => row.map(textOf)),
  place: (row, column) => `${String.fromCharCode(65 + column)}${row + 1}`,
});

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').trim();
  // Excel's dates have no zone and arrive as midnight UTC.
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  // What a formula gives is shown by Excel with 15 digits: 0.3 and not 0.30000000000000004.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return typeof value === 'boolean' ? String(value) : '';
}
