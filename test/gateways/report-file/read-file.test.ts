import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { problemsWith } from '../../../domain/obligation/report-problems.ts';
import type { Report } from '../../../domain/obligation/submission.ts';
import { formDocx } from '../../../gateways/documents/form-docx.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { formJson } from '../../../gateways/report-file/json.ts';
import { readReportFile } from '../../../gateways/report-file/read-file.ts';
import { formFor, owedBy } from '../../support/reports/form.ts';
import { townReport } from '../../support/reports/reports.ts';

const nil: Report = { ...townReport, nil: true, items: [], remark: '本期没有在办事项。' };
const xlsx = (report: Report) => formXlsx(formFor('xiaolan', report));
const json = (content: unknown) => Buffer.from(JSON.stringify(content));
const path = (name: string) => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));

/** The form after a person has edited it. */
async function edited(
  change: (rows: (string | number | Date | null)[][]) => void,
): Promise<Buffer> {
  const rows = (await readSheet(await xlsx(townReport), { trim: false })) as (string | null)[][];
  change(rows);
  return writeXlsxFile(rows as Row[], { dateFormat: 'yyyy-mm-dd' }).toBuffer();
}

const MEGABYTE = 1024 * 1024;

describe('a filled form', () => {
  it.each([
    ['a report', townReport],
    ['a nil report', nil],
  ])('brings back %s from Excel', async (_, report) => {
    expect(await readReportFile(await xlsx(report))).toEqual(report);
  });

  it.each([
    ['a report', townReport],
    ['a nil report', nil],
  ])('brings back %s from JSON', async (_, report) => {
    const file = formJson(formFor('xiaolan', report));
    expect(await readReportFile(Buffer.from(file))).toEqual(report);
    expect(file).toContain('报送本表即作出以上声明');
  });

  it('may come with a byte order mark', async () => {
    const file = Buffer.from(`\uFEFF${JSON.stringify(townReport)}`);
    expect(await readReportFile(file)).toEqual(townReport);
  });

  it('may have added rows, and numbers or dates where texts are expected', async () => {
    const file = await edited((rows) => {
      rows.splice(4, 0, ['', '', '', '', '', '', '']);
      const row = rows.find((each) => each[0] === '52');
      if (row) row[3] = 42;
      const people = rows.find((each) => each[0] === '审核人');
      if (people) people[2] = new Date('2018-07-12T00:00:00Z');
    });
    const report = await readReportFile(file);
    expect(report.items[0]?.progress).toBe('42');
    expect(report.reviewedBy).toBe('2018-07-12');
  });

  it('reports every bad cell at once', async () => {
    const file = await edited((rows) => {
      const item = rows.find((each) => each[0] === '52');
      if (item) item[2] = '快了';
      const other = rows.find((each) => each[0] === '53');
      if (other) other[2] = '';
      const nilRow = rows.find((each) => each[0] === '零报告（是／否）');
      if (nilRow) nilRow[2] = '也许';
      rows.splice(
        rows.findIndex((each) => each[0] === '联系电话'),
        1,
      );
    });
    const failure = await readReportFile(file).catch((error: unknown) => error);
    expect((failure as Error).message.split('\n')).toEqual([
      expect.stringMatching(/^C5（第52项）的状态“快了”不可用，请选：已完成、/),
      expect.stringMatching(/^C6（第53项）未选状态/),
      'C27 填了“也许”，请填“是”或“否”。',
      expect.stringMatching(/^找不到“联系电话”一行/),
    ]);
  });

  const wrong: readonly [string, () => Promise<Buffer> | Buffer, RegExp][] = [
    ['no JSON', () => Buffer.from('你好'), /不是有效的 JSON/],
    ['a field that is missing', () => json({ ...townReport, phone: undefined }), /“phone”：缺少/],
    ['a field that is unknown', () => json({ ...townReport, telefon: '1' }), /不认识 telefon/],
    [
      'a status that is none',
      () => json({ ...townReport, items: [{ no: 52, status: '快了' }] }),
      /“items 第1行 status”：只能是 已完成、/,
    ],
    [
      'a Word file',
      () => formDocx(formFor('xiaolan', townReport), '2018-06-22T09:00:00+08:00'),
      /Word 文件不能自动读取/,
    ],
    ['an old Excel file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /另存为“.xlsx”/],
    ['another Excel file', () => writeXlsxFile([['a', 'b']]).toBuffer(), /不是报送表/],
    ['a damaged file', () => Buffer.from('PK\u0003\u0004 and so on'), /损坏|无法读取/],
    ['a file too large', () => Buffer.alloc(6 * 1024 * 1024, 32), /6.0 MB，超过 5 MB/],
  ];
  it.each(wrong)('is refused when it is %s', async (_, make, message) => {
    await expect(readReportFile(await make())).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(message) as string,
    });
  });

  it.each([100, 60 * MEGABYTE])(
    'is refused when it unpacks to 60 MB, while its directory says %d bytes',
    async (claimed) => {
      const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(60 * MEGABYTE) }));
      bomb.writeUInt32LE(claimed, 22);
      bomb.writeUInt32LE(claimed, bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
      await expect(readReportFile(bomb)).rejects.toThrow('文件解压后过大');
    },
  );

  it('is refused when it is another unit’s or another period’s', async () => {
    const file = await xlsx(townReport);
    const expected = { unit: 'xiaolan', period: '2018H1' };
    await expect(readReportFile(file, expected)).resolves.toEqual(townReport);
    await expect(readReportFile(file, { unit: 'shiqi', period: '2018H2' })).rejects.toThrow(
      '单位代码是“xiaolan”，不是“shiqi”，报送期是“2018H1”，不是“2018H2”',
    );
  });

  it('is not found when there is no such file', async () => {
    await expect(readReportFile('no-such-file.json')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the examples', () => {
  it.each([
    ['report-xiaolan-2018H1.json', 'xiaolan'],
    ['nil-report-guoziwei-2018H1.json', 'guoziwei'],
  ])('%s can be submitted as it is', async (name, unit) => {
    const { items, optionalItems, unit: whose } = owedBy(unit);
    const report = await readReportFile(path(name), { unit, period: '2018H1' });
    const owes = { items, optionalItems, isTown: whose.kind === 'town' };
    expect(problemsWith(report, owes)).toEqual([]);
    expect(readFileSync(path(name), 'utf8')).toContain(whose.name);
  });
});
