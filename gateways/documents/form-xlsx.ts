/**
 * The report form as an Excel file, which `report-file/xlsx.ts` reads back: items, figures, then the rest. Every cell is a
 * text, so that one that begins with = stays a text and a number keeps its zeros.
 */

import type { CellObject, Feature, Row } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { LIMITS } from '../../domain/obligation/limits.ts';
import { DECLARATION, type Form, type FormRow } from '../../domain/obligation/report-form.ts';
import { type ItemReport, STATUSES } from '../../domain/obligation/submission.ts';
import { FIGURE_HEAD, figureItem, HEAD, LABEL, PERIOD, remarkLabel, UNIT } from './form-words.ts';
import { printable, withoutTimestamps } from './office-package.ts';

/** Rows above the first item: title, unit, guidance and header. */
const ROWS_ABOVE = 4;
/** Height of a line in points. */
const LINE = 15;
/** Widths in digits of the default font; a Chinese character takes two. */
const WIDTHS = [8, 46, 14, 50, 28, 28, 10] as const;
const TOTAL = 184;

/** The same form always makes the same bytes. */
export async function formXlsx(form: Form): Promise<Buffer> {
  const rows: Row[] = [
    [
      {
        ...cell(form.title),
        columnSpan: 7,
        align: 'center',
        fontWeight: 'bold',
        fontSize: 16,
        height: 30,
      },
    ],
    [
      { ...label(UNIT), height: 2 * LINE },
      cell(form.unit.name),
      cell(form.unit.code),
      cell(`报送期限：${form.due}`),
      label(PERIOD),
      cell(form.period),
      null,
    ],
    [{ ...cell(guidance(form)), columnSpan: 7, height: heightOf([guidance(form), TOTAL]) }],
    Object.values(HEAD).map((text) => ({ ...label(text), height: 2 * LINE })),
    ...form.rows.map((row) => itemRow(form, row)),
    ...figureRows(form),
    ...closingRows(form),
  ];
  const file = await writeXlsxFile(
    rows,
    {
      sheet: '报送表',
      columns: WIDTHS.map((width) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: ROWS_ABOVE,
    },
    {
      fontFamily: '宋体',
      fontSize: 11,
      features: [formSheet(ROWS_ABOVE + 1, form.rows.length)],
    },
  ).toBuffer();
  return withoutTimestamps(file);
}

function itemRow({ report }: Form, { no, content, optional }: FormRow): Row {
  const filled = report.items.find((row) => row.no === no);
  return [
    { ...cell(String(no)), align: 'center', height: itemHeight(content, filled) },
    cell(content),
    input(filled?.status ?? ''),
    input(filled?.progress ?? ''),
    input(filled?.problems ?? ''),
    input(filled?.nextSteps ?? ''),
    cell(optional ? '选填' : '必填'),
  ];
}

function closingRows({ report, unit }: Form): Row[] {
  return [
    closing(
      LABEL.nil,
      report.nil ? '是' : '否',
      '本期确无可报告内容的填“是”，在下一行说明原因，不填以上各行',
    ),
    closing(remarkLabel(unit.isTown), report.remark, ''),
    closing(LABEL.preparedBy, report.preparedBy, ''),
    closing(LABEL.phone, report.phone, ''),
    closing(LABEL.reviewedBy, report.reviewedBy, '可不填'),
    closing(LABEL.signedBy, report.signedBy, ''),
    closing(LABEL.declaration, report.declaration ? '是' : '否', DECLARATION),
  ];
}

/** Label in A and B, the field in C to E, a hint in F and G. */
const closing = (name: string, value: string, hint: string): Row => [
  { ...label(name), columnSpan: 2, align: 'right', height: heightOf([value, 92], [hint, 38]) },
  null,
  { ...input(value), columnSpan: 3 },
  null,
  null,
  { ...cell(hint), columnSpan: 2 },
  null,
];

/** Room for at least three typed lines: spreadsheets do not grow the rows of such files. */
const itemHeight = (content: string, filled: ItemReport | undefined): number =>
  Math.max(
    heightOf(
      [content, WIDTHS[1]],
      [filled?.progress ?? '', WIDTHS[3]],
      [filled?.problems ?? '', WIDTHS[4]],
      [filled?.nextSteps ?? '', WIDTHS[5]],
    ),
    4 * LINE,
  );

/** The height for the longest of the texts, each in its column's width. */
const heightOf = (...cells: readonly (readonly [text: string, width: number])[]): number =>
  LINE * (1 + Math.max(...cells.map(([text, width]) => linesOf(text, width - 2))));

const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 2) / width)), 0);

const guidance = ({ unit, contact }: Form): string =>
  [
    '只填浅黄色格子，不要增删列或改动表头。每项选一个状态，写进展情况，无进展的说明原因。',
    unit.isTown ? '标“选填”的事项可以整行留空。' : '',
    `数据填在事项下面的数据表里。可选状态：${STATUSES.join('、')}。填好后作为附件回复通知邮件即可，不另收纸质件。联系：${contact}。`,
  ].join('');

/** Empty lines in the table of figures: after each required item, and at the end for any item. */
const EMPTY = { item: 1, end: 4 } as const;

/** The table of figures: one a line, with columns for item, name, value, unit and last period's value. */
function figureRows({ rows }: Form): Row[] {
  const note = `每项最多${LIMITS.figures}个数据，数值只填数；本期没有的留空，不够可在本表内插行。`;
  return [
    [
      ...[FIGURE_HEAD.item, FIGURE_HEAD.name, FIGURE_HEAD.value, FIGURE_HEAD.unit].map(label),
      { ...label(FIGURE_HEAD.last), height: 2 * LINE },
      { ...cell(note), columnSpan: 2 },
      null,
    ],
    ...rows.flatMap(rowsOfItem),
    ...Array.from({ length: EMPTY.end }, () => line(input(''), {}, '')),
  ];
}

function rowsOfItem({ no, optional, figures }: FormRow): Row[] {
  const item = { ...cell(figureItem(no)), align: 'center' as const };
  const empty = optional ? 0 : Math.min(EMPTY.item, LIMITS.figures - figures.length);
  return [
    ...figures.map((figure) => line(item, figure, figure.last ?? '')),
    ...Array.from({ length: Math.max(0, empty) }, () => line(item, {}, '')),
  ];
}

type Typed = { readonly name?: string; readonly value?: string; readonly unit?: string };

const line = (
  item: Row[number],
  { name = '', value = '', unit = '' }: Typed,
  last: string,
): Row => [
  item,
  // A line has room for 22 characters, and spreadsheets do not grow the rows of such files.
  { ...input(name), height: (name.length > 22 ? 2.4 : 1.4) * LINE },
  // As text: Excel would turn 12.3% into 0.123.
  { ...asTyped(input(value)), align: 'right' },
  input(unit),
  cell(last),
  { ...cell(''), columnSpan: 2 },
  null,
];

/** Adds the list of statuses to choose from, and fits the print to the page's width. @param firstRow of the items, from 1 */
function formSheet<Content>(firstRow: number, rows: number): Feature<Content> {
  const transform = (xml: string) =>
    fittedToWidth(rows === 0 ? xml : withChoices(xml, firstRow, rows));
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } };
}

/** Excel calls a file damaged when a sheet's parts are out of order: validations come before the page set-up. */
function withChoices(xml: string, firstRow: number, rows: number): string {
  const cells = `C${firstRow}:C${firstRow + rows - 1}`;
  const list = [
    '<dataValidations count="1">',
    `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${cells}">`,
    `<formula1>"${STATUSES.join(',')}"</formula1>`,
    '</dataValidation></dataValidations>',
  ].join('');
  const at = xml.search(/<(hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing)\b/);
  return `${xml.slice(0, at)}${list}${xml.slice(at)}`;
}

const fittedToWidth = (xml: string): string =>
  xml
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('<pageSetup ', '<pageSetup fitToHeight="0" ');

const cell = (text: string): CellObject => ({
  type: String,
  value: printable(text),
  wrap: true,
  alignVertical: 'center',
  borderStyle: 'thin',
});

const label = (text: string): CellObject => ({
  ...cell(text),
  fontWeight: 'bold',
  align: 'center',
  backgroundColor: '#EDEDED',
});

/** A cell to fill in. */
const input = (text: string): CellObject => ({ ...cell(text), backgroundColor: '#FFFBE6' });

/** What people type into the cell stays a text too. */
const asTyped = (input: CellObject): CellObject => ({ ...input, format: '@' }) as CellObject;
