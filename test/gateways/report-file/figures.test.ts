/** Figures in report files: written with last period's beside them, and read back as typed. */
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { Figure, Report } from '../../../domain/obligation/submission.ts';
import { formDocx } from '../../../gateways/documents/form-docx.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { formJson } from '../../../gateways/report-file/json.ts';
import { readReportFile } from '../../../gateways/report-file/read-file.ts';
import { xmlOf } from '../../support/reports/document-xml.ts';
import { formFor } from '../../support/reports/form.ts';
import { townReport } from '../../support/reports/reports.ts';

const BALANCE: Figure = { name: '涉农贷款余额', value: '12.30', unit: '亿元' };
const GROWTH: Figure = { name: '同比增长', value: '-0.5', unit: '%' };
const LAST: Figure = { name: '贷款户数', value: '1180', unit: '户' };

const withFigures = (no: number, figures: readonly Figure[]): Report => ({
  ...townReport,
  items: townReport.items.map((item) => (item.no === no ? { ...item, figures } : item)),
});
const counted = withFigures(52, [BALANCE, GROWTH]);
const before = withFigures(52, [BALANCE, LAST]);

type Sheet = (string | number | null)[][];
/** The Excel form with last period's figures, after a person has edited it. */
async function edited(change: (lines: Sheet, all: Sheet) => void, report = townReport) {
  const file = await formXlsx(formFor('xiaolan', report, before));
  const rows = (await readSheet(file, { trim: false })) as Sheet;
  const head = rows.findIndex((row) => row[0] === '事项');
  change(rows.slice(head + 1), rows);
  return writeXlsxFile(rows as Row[]).toBuffer();
}
const figuresOfFile = async (file: Buffer, no = 52) =>
  (await readReportFile(file)).items.find((item) => item.no === no)?.figures;

describe('figures', () => {
  it.each([
    ['of an optional item', withFigures(15, [BALANCE])],
    ['of a required item, two of them', counted],
  ])('%s come back unchanged from Excel and from JSON', async (_, report) => {
    const form = formFor('xiaolan', report, before);
    expect(await readReportFile(await formXlsx(form))).toEqual(report);
    expect(await readReportFile(Buffer.from(formJson(form)))).toEqual(report);
  });

  it('of the last period have an empty value in the file, and are ignored when left so', async () => {
    const form = formFor('xiaolan', townReport, before);
    const json = JSON.parse(formJson(form));
    expect(json.items[0].figures).toEqual([
      { name: '涉农贷款余额', value: '', unit: '亿元', last: '12.30 亿元' },
      { name: '贷款户数', value: '', unit: '户', last: '1180 户' },
    ]);
    expect((await readSheet(await formXlsx(form))).flat()).toContain('12.30 亿元');
    expect(await readReportFile(await formXlsx(form))).toEqual(townReport);
    expect(await readReportFile(Buffer.from(JSON.stringify(json)))).toEqual(townReport);
  });

  it('are read from added lines, with numbers instead of texts, and with any spelling of the item', async () => {
    const file = await edited((lines, all) => {
      const [balance] = lines;
      if (balance) balance[2] = 0.1 + 0.2;
      const at = all.findIndex((row) => row[1] === '贷款户数');
      all.splice(at, 0, ['52', '新增户数', '1，234', '户', null, null, null]);
    });
    expect(await figuresOfFile(file)).toEqual([
      { ...BALANCE, value: '0.3' },
      { name: '新增户数', value: '1234', unit: '户' },
    ]);
  });

  it('that belong to no item are refused with their cell', async () => {
    const file = await edited((lines) => {
      const free = lines.find((line) => line[0] === null);
      if (free) free.splice(1, 3, '保费', '3', '万元');
      const foreign = lines.findLast((line) => line[0] === null);
      if (foreign) foreign.splice(0, 4, '第23项', '服务站', '15', '个');
    });
    const failure = await readReportFile(file).catch((error: unknown) => error);
    expect((failure as Error).message.split('\n')).toEqual([
      expect.stringMatching(/^A\d+ 未填事项，请填“保费”属于第几项/),
      expect.stringMatching(/^A\d+ 填了第23项的数据，但第23项的状态和进展没有填/),
    ]);
  });

  it('with a bad value reach the report’s checks as typed', async () => {
    const file = await edited((lines) => {
      const [balance] = lines;
      if (balance) balance[2] = '约12';
    });
    expect(await figuresOfFile(file)).toEqual([{ ...BALANCE, value: '约12' }]);
  });

  it('are text cells in Excel, which would turn 12.3% into 0.123', async () => {
    const file = await formXlsx(formFor('xiaolan', townReport, before));
    expect(xmlOf(file, 'xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/);
  });

  it('are simply missing in an old form without figures', async () => {
    const file = await edited((_, all) => {
      const head = all.findIndex((row) => row[0] === '事项');
      const end = all.findIndex((row) => row[0] === '零报告（是／否）');
      all.splice(head, end - head);
    });
    expect(await readReportFile(file)).toEqual(townReport);
  });

  it('are in the form to print, with room for this period’s', async () => {
    const file = await formDocx(formFor('xiaolan', counted, before), '2018-06-22T09:00:00+08:00');
    const { value } = await mammoth.extractRawText({ buffer: file });
    expect(value).toContain('涉农贷款余额：12.30亿元（上期 12.30 亿元）');
    expect(value).toContain('同比增长：-0.5%');
    expect(value).toContain('贷款户数：________户（上期 1180 户）');
  });

  it('are refused in JSON when they are not texts', async () => {
    const items = [{ no: 52, status: '已完成', figures: [{ name: 'a', value: 1, unit: '户' }] }];
    const file = Buffer.from(JSON.stringify({ ...townReport, items }));
    await expect(readReportFile(file)).rejects.toThrow('“items 第1行 figures 第1行 value”');
  });
});
