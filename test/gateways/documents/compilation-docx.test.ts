import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../domain/compilation/compilation.ts';
import { compilationDocx } from '../../../gateways/documents/compilation-docx.ts';
import { compiledRound, textsOf } from '../../support/reports/compiled-round.ts';
import { xmlOf } from '../../support/reports/document-xml.ts';
import { shanghai } from '../../support/time/dates.ts';
import { laterOn } from '../../support/time/later-on.ts';

const compilation = compile(compiledRound, shanghai);
const file = await compilationDocx(compilation);
const { value: html } = await mammoth.convertToHtml({ buffer: file });
const text = html
  .replaceAll(/<[^>]+>/g, '\n')
  .replaceAll('&lt;', '<')
  .replaceAll('&amp;', '&');
const tables = html.match(/<table>.*?<\/table>/gs) ?? [];
const rowsOf = (table = '') => table.match(/<tr>/g)?.length ?? 0;
const document = xmlOf(file, 'word/document.xml');

describe('the compiled report as a Word file', () => {
  it('holds every text of every report', () => {
    for (const each of textsOf(compiledRound.entries)) expect(text).toContain(each);
  });

  it('has the parts of a report to the city government, in order', () => {
    const parts = [
      '市金融局关于2018年上半年普惠金融工作',
      '中山市人民政府：',
      '一、总体情况',
      '应报送单位44个',
      '二、主要工作进展',
      '（一）充分发挥各类银行机构的作用',
      '（二十一）',
      '三、各镇区落实情况',
      '四、存在问题',
      '五、下一步工作',
      '特此报告。',
      '附件：1. 2018年上半年任务进展汇总表',
      '市金融局',
      '2018年7月30日',
      '附件1',
      '附件2',
      '附件3',
    ];
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at + part.length;
    }
  });

  it('lists every live item, every arrival and every missing unit in its annexes', () => {
    expect(tables).toHaveLength(3);
    expect(tables.map(rowsOf)).toEqual([1 + 54 + 21, 1 + 41, 1 + 3]);
    for (const { items } of compilation.categories) {
      for (const item of items) expect(tables[0]).toContain(item.content);
    }
    expect(tables[2]).toContain('已同意延期');
  });

  it('is marked as a draft only when it is a draft', async () => {
    const draft = await compilationDocx({ ...compilation, draft: true });
    const { value } = await mammoth.extractRawText({ buffer: draft });
    expect(value).toContain('（草稿，未报送单位见附件3）');
    expect(text).not.toContain('草稿');
  });

  it('is marked as a demonstration only when it is one', async () => {
    const shown = await compilationDocx({ ...compilation, demonstration: true });
    const { value } = await mammoth.extractRawText({ buffer: shown });
    expect(value).toContain('【演示】');
    expect(text).not.toContain('演示');
  });

  it('says 无 in annex 3 when nobody is missing', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: await compilationDocx({ ...compilation, missing: [] }),
    });
    expect(value).toMatch(/未报送单位名单\s+无。/);
  });

  it('makes the same bytes of the same data at any time', async () => {
    const later = await laterOn(() => compilationDocx(compilation));
    expect(later.equals(file)).toBe(true);
    expect(xmlOf(file, 'docProps/core.xml')).toContain('2018-07-30T01:00:00Z');
  });

  it('stays readable with characters that XML cannot hold', async () => {
    const [remark] = [{ unit: 'x', unitName: '某单位', text: '前\u0001<b>&后\ud800' }];
    const odd = await compilationDocx({ ...compilation, remarks: remark ? [remark] : [] });
    const { value } = await mammoth.extractRawText({ buffer: odd });
    expect(value).toContain('前<b>&后');
  });

  it('keeps the page of GB/T 9704: margins, line pitch, fonts by name, page numbers on the outer side', () => {
    expect(document).toContain('w:top="2098"');
    expect(document).toContain('w:left="1587"');
    expect(document).toContain('w:line="579" w:lineRule="exact"');
    expect(document).toContain('w:eastAsia="仿宋_GB2312"');
    expect(document).toContain('w:eastAsia="方正小标宋简体"');
    expect(xmlOf(file, 'word/settings.xml')).toContain('<w:evenAndOddHeaders');
    expect(xmlOf(file, 'word/footer1.xml')).toContain('— ');
  });

  it('gives every table explicit widths that fill the landscape page, and repeats its header', () => {
    const grids = document.match(/<w:tblGrid>.*?<\/w:tblGrid>/gs) ?? [];
    expect(grids).toHaveLength(3);
    for (const grid of grids) {
      const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map((found) => Number(found[1]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(12756);
    }
    expect(document.match(/<w:tblHeader/g)).toHaveLength(3);
  });
});
