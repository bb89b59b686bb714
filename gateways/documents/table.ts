/**
 * Tables with explicit column widths in twips: without them WPS draws columns one letter wide. The header row is repeated
 * on every page.
 */
import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { cellRuns, exact, FONT } from './office-styles.ts';

export type Column = {
  readonly title: string;
  readonly width: number;
  readonly align?: 'centre';
};
/** A row of cells, or one text across the whole table. */
export type TableLine = readonly string[] | { readonly across: string };

export function table(columns: readonly Column[], rows: readonly TableLine[]): Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) =>
          cell(column.title, column.width, { align: 'centre', font: FONT.heading }),
        ),
      }),
      ...rows.map((row) => tableRow(columns, row, total)),
    ],
  });
}

function tableRow(columns: readonly Column[], row: TableLine, total: number): TableRow {
  if ('across' in row) {
    // Kept on the page of the next row, so that a category's name is not the last line of a page.
    const look = { font: FONT.subheading, span: columns.length, keepNext: true };
    const whole = cell(row.across, total, look);
    return new TableRow({ cantSplit: true, children: [whole] });
  }
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, index) =>
      cell(row[index] ?? '', column.width, column.align ? { align: column.align } : {}),
    ),
  });
}

type CellLook = {
  readonly align?: 'centre';
  readonly font?: typeof FONT.body;
  readonly span?: number;
  readonly keepNext?: boolean;
};

function cell(text: string, width: number, look: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 85, right: 85, top: 40, bottom: 40 },
    ...(look.span === undefined ? {} : { columnSpan: look.span }),
    children: [
      new Paragraph({
        alignment: look.align === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: exact(340),
        keepNext: look.keepNext === true,
        children: cellRuns(text, look.font),
      }),
    ],
  });
}
