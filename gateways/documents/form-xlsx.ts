/**
 * The report form as an Excel file that `gateways/report-file/read-file.ts` reads back: items, figures, the rest. All texts.
 */
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { DECLARATION, type Form, type FormRow } from '../../domain/obligation/report-form.ts';
import { type ItemReport, STATUSES } from '../../domain/obligation/submission.ts';
import { figureRows } from './figure-rows.ts';
import { formSheet } from './form-sheet.ts';
import { HEAD, LABEL, PERIOD, remarkLabel, UNIT } from './form-words.ts';
import { withoutTimestamps } from './office-package.ts';
import { cell, input, LINE, label } from './sheet-cells.ts';

/** Rows above the first item: title, unit, guidance, head. */
const ROWS_ABOVE = 4;
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

/** Room for three lines of one's own at least: spreadsheets do not grow rows of files they did not make. */
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

/** Enough for the longest of the texts, each in its width. */
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
