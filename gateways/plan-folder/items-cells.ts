/**
 * The official table as text: a line that begins with a TAB begins a cell, every other line continues the cell above
 * it. Blank lines mean nothing: the same blank line stands between rows and inside cells.
 */

export type Cell = { readonly line: number; readonly text: string; readonly strayTab: boolean };

/** Five cells when all is well; fewer or more are for the caller to report. */
export type Row = { readonly cells: readonly Cell[] };

export const COLUMNS = ['分类', '工作内容', '牵头部门', '支持部门', '时间安排'] as const;

/** The leading number of a content cell: digits, then a full-width or plain full stop that is no decimal point. */
export const ITEM_NUMBER = /^([0-9０-９]+)\s*[．.](?![0-9０-９])\s*/;

/** Cells in order, wrapped lines joined without a space, outer spaces removed; text above the table is left out. */
export function cellsOf(text: string): Cell[] {
  const cells: { line: number; text: string; strayTab: boolean }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const begins = /^[ \u3000]*\t/.test(raw);
    const content = raw.trim();
    if (begins) cells.push({ line: index + 1, text: '', strayTab: false });
    const cell = cells.at(-1);
    if (!cell) continue;
    cell.text += content.replaceAll('\t', ' ');
    cell.strayTab ||= content.includes('\t');
  }
  return cells;
}

/** The header, and the rest cut into rows. Rows are found by the item numbers, so one bad row spoils no other. */
export function rowsOf(cells: readonly Cell[]): { header: readonly Cell[]; rows: readonly Row[] } {
  const starts = cells.flatMap((cell, index) =>
    ITEM_NUMBER.test(cell.text) ? [rowStart(cells, index)] : [],
  );
  const before = cells.slice(0, starts[0] ?? cells.length);
  // Rows without a number may stand between the header and the first row that has one.
  const headerLength = before.length % COLUMNS.length === 0 ? COLUMNS.length : before.length;
  const bounds = [...new Set([Math.min(headerLength, before.length), ...starts])];
  const rows = bounds.map((start, index) => cells.slice(start, bounds[index + 1]));
  return {
    header: cells.slice(0, bounds[0]),
    rows: rows.filter((row) => row.length > 0).flatMap(inFives),
  };
}

/**
 * A row begins at the category cell in front of its content. Where that cell is missing, what stands there is the
 * schedule of the row before, and taking it would make two rows look wrong instead of one.
 */
function rowStart(cells: readonly Cell[], content: number): number {
  const before = cells[content - 1]?.text;
  const isCategory = before !== undefined && !/^(\d{4}.*年|长期|时间安排)$/.test(before);
  return isCategory ? content - 1 : content;
}

/** A content cell without its number does not begin a row, so two rows hang together as ten cells. */
const inFives = (cells: readonly Cell[]): Row[] =>
  cells.length % COLUMNS.length === 0
    ? Array.from({ length: cells.length / COLUMNS.length }, (_, index) => ({
        cells: cells.slice(index * COLUMNS.length, (index + 1) * COLUMNS.length),
      }))
    : [{ cells }];
