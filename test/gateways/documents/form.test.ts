import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { formDocx } from '../../../gateways/documents/form-docx.ts';
import { formXlsx } from '../../../gateways/documents/form-xlsx.ts';
import { xmlOf } from '../../support/reports/document-xml.ts';
import { formFor } from '../../support/reports/form.ts';
import { townReport } from '../../support/reports/reports.ts';
import { laterOn } from '../../support/time/later-on.ts';

const form = formFor('xiaolan', townReport);
const file = await formXlsx(form);
const sheet = xmlOf(file, 'xl/worksheets/sheet1.xml');

describe('the form as an Excel file', () => {
  it('has a row for each required and each optional item', async () => {
    const rows = await readSheet(file);
    const numbers = rows.map((row) => row[0]).filter((cell) => /^\d+$/.test(String(cell)));
    expect(numbers).toEqual(form.rows.map((row) => String(row.no)));
    expect(rows.flat()).toContain('报送期限：7月15日（星期日，含当日）24:00前');
  });

  it('offers the statuses in a list, at a place that Excel accepts', () => {
    expect(sheet).toContain('sqref="C5:C19"');
    expect(sheet).toContain('"已完成,按序时推进,');
    expect(sheet.indexOf('<dataValidations')).toBeGreaterThan(sheet.indexOf('</sheetData>'));
    expect(sheet.indexOf('<dataValidations')).toBeGreaterThan(sheet.indexOf('</mergeCells>'));
    expect(sheet.indexOf('<dataValidations')).toBeLessThan(sheet.indexOf('<pageMargins'));
  });

  it('prints to the width of a page', () => {
    expect(sheet).toContain('<pageSetup fitToHeight="0"');
    expect(sheet).toContain('fitToPage="1"');
    expect(sheet.indexOf('<sheetPr>')).toBeLessThan(sheet.indexOf('<sheetViews>'));
  });

  it('never writes what a person typed as a formula', async () => {
    const evil = {
      ...townReport,
      remark: '=HYPERLINK("http://x","点我")',
      preparedBy: '+1+1',
      phone: '@SUM(A1)',
    };
    const written = await formXlsx(formFor('xiaolan', evil));
    expect(xmlOf(written, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/);
    expect((await readSheet(written)).flat()).toContain('=HYPERLINK("http://x","点我")');
  });

  it('makes the same bytes of the same form', async () => {
    const later = await laterOn(() => formXlsx(form));
    expect(later.equals(file)).toBe(true);
  });
});

describe('the form to print', () => {
  it('holds the items, the texts, the people and the declaration', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: await formDocx(form, '2018-06-22T09:00:00+08:00'),
    });
    for (const text of ['小榄镇', '〔xiaolan 第52项 进展〕', '张三', '李四', '国家秘密']) {
      expect(value).toContain(text);
    }
    for (const row of form.rows) expect(value).toContain(row.content);
  });
});
