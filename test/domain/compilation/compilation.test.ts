import { describe, expect, it } from 'vitest';
import { compile } from '../../../domain/compilation/compilation.ts';
import type { Entry } from '../../../domain/compilation/entry.ts';
import { type Figure, STATUSES } from '../../../domain/obligation/submission.ts';
import { isLive } from '../../../domain/plan/item-years.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { compiledRound, textsOf } from '../../support/reports/compiled-round.ts';
import { shanghai } from '../../support/time/dates.ts';

const compilation = compile(compiledRound, shanghai);
const items = compilation.categories.flatMap((category) => category.items);
const item = (no: number) => items.find((each) => each.no === no);

describe('a compilation', () => {
  it('is the same after it was stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(compilation))).toEqual(compilation);
  });

  it('holds every text of every report', () => {
    const texts = textsOf(compiledRound.entries);
    const json = JSON.stringify(compilation);
    expect(texts.length).toBeGreaterThan(200);
    for (const text of texts) expect(json).toContain(text);
  });

  it('has 21 categories with all 54 live items and no other', () => {
    const live = shippedPlan.items
      .filter((each) => isLive(each.schedule, 2018))
      .map((each) => each.no);
    expect(compilation.categories).toHaveLength(21);
    expect(items.map((each) => each.no)).toEqual(live);
    expect(live).toHaveLength(54);
  });

  it('leaves a category out when none of its items is live', () => {
    const only = {
      ...shippedPlan,
      items: shippedPlan.items
        .filter((each) => each.categoryNo !== 1 || each.no === 1)
        .map((each) => (each.no === 1 ? { ...each, schedule: '2020年' } : each)),
    };
    const entries = compiledRound.entries.filter(
      (entry) => entry.obligation.unit !== 'yinjianfenju',
    );
    const numbers = compile({ ...compiledRound, plan: only, entries }, shanghai).categories.map(
      (category) => category.no,
    );
    expect(numbers).not.toContain(1);
  });

  it('counts so that 应报 = 已报 + 免报 + 未报', () => {
    const { owed, reported, waived, missing, late, returned } = compilation.counts;
    expect({ owed, reported, waived, missing, late, returned }).toEqual({
      owed: 44,
      reported: 40,
      waived: 1,
      missing: 3,
      late: 1,
      returned: 1,
    });
    expect(reported + waived + missing).toBe(owed);
    expect(compilation.arrivals).toHaveLength(reported + waived);
    expect(compilation.missing).toHaveLength(missing);
  });

  it('counts each live item once', () => {
    const { progress } = compilation;
    const counted = STATUSES.reduce((sum, status) => sum + progress.byStatus[status], 0);
    expect(counted + progress.unreported + progress.ledByTowns.length).toBe(54);
    expect(progress.ledByTowns.map((each) => each.no)).toEqual([52, 53]);
    for (const each of progress.ledByTowns) {
      expect(STATUSES.reduce((sum, s) => sum + each.byStatus[s], each.unreported)).toBe(24);
    }
  });

  it('lists the texts of all lead units of an item in the order of the table, also missing ones', () => {
    expect(item(15)?.texts.map((text) => text.unitName)).toEqual(['市农业局', '市金融局']);
    expect(item(28)?.texts.map((text) => [text.unitName, text.status, text.note])).toEqual([
      ['市扶贫办', null, '未报送'],
      ['市残联', null, '免报：职责划转，由市扶贫办并报'],
      ['市金融局', '滞后', ''],
    ]);
  });

  it('shows a returned report as returned', () => {
    const text = item(43)?.texts.find((each) => each.unitName === '市国土资源局');
    expect(text).toMatchObject({ status: '按序时推进' });
    expect(text?.note).toContain('已退回补正');
    expect(text?.text).toContain('〔guotuju 第43项 进展〕');
    expect(compilation.missing.find((row) => row.unit === 'guotuju')?.situation).toContain(
      '逾期未重报',
    );
  });

  it('gives the reason of a nil report under the unit’s items', () => {
    expect(item(46)?.texts).toEqual([
      {
        unit: 'guoziwei',
        unitName: '市国资委',
        status: '无新进展',
        text: '本期引导基金尚未设立，无可报告的进展。',
        note: '零报告',
      },
    ]);
  });

  it('does not show a report that the unit withdrew', () => {
    const entries = compiledRound.entries.map((entry) =>
      entry.obligation.unit === 'kejiju'
        ? { ...entry, submission: compiledRound.entries[0]?.submission ?? null }
        : entry,
    );
    expect(compile({ ...compiledRound, entries }, shanghai)).toEqual(compilation);
  });

  it('names those extended beyond the compile date as extended, not as overdue', () => {
    expect(
      compilation.missing.map((row) => [row.unitName, row.due, row.extendedTo, row.situation]),
    ).toEqual([
      ['市科技局', '8月10日', '8月10日', '已同意延期，期限未到'],
      ['市国土资源局', '7月15日', null, '2018年7月12日16:05首次报送，已退回补正，逾期未重报'],
      ['市扶贫办', '7月15日', null, '逾期未报送'],
    ]);
    expect(compilation.overview.arrivals).toContain('已同意延期、期限未到1个：市科技局');
  });

  it('lists when and how each unit reported, and whether on time', () => {
    const rows = compilation.arrivals;
    expect(rows.find((row) => row.unit === 'caizhengju')).toMatchObject({
      firstReceived: '2018年7月18日9:20',
      onTime: '迟报',
      way: '在线填报',
    });
    expect(rows.find((row) => row.unit === 'xiaolan')).toMatchObject({
      firstReceivedAt: '2018-07-12T16:05:00+08:00',
      onTime: '按期',
      way: '电子邮件',
    });
    expect(rows.find((row) => row.unit === 'canlian')).toMatchObject({
      state: '免报',
      onTime: '',
      note: '职责划转，由市扶贫办并报',
    });
  });

  it('has a part for towns, with their optional rows under the items', () => {
    expect(compilation.towns).toHaveLength(24);
    expect(compilation.towns[0]?.items.map((row) => row.no)).toEqual([52, 53]);
    expect(item(15)?.townTexts).toHaveLength(24);
    expect(item(18)?.townStatuses).toHaveLength(24);
    expect(item(18)?.townTexts).toEqual([]);
    expect(item(52)).toMatchObject({ ledByTowns: true, texts: [] });
  });

  it('shows figures below their text, also without a text', () => {
    const figure = { name: '服务站', value: '15', unit: '个' };
    const entries = compiledRound.entries.map((entry) =>
      entry.obligation.unit === 'xiaolan' ? withBareFigure(entry, 18, figure) : entry,
    );
    const at18 = compile({ ...compiledRound, entries }, shanghai)
      .categories.flatMap((category) => category.items)
      .find((each) => each.no === 18);
    expect(at18?.townTexts).toMatchObject([{ unit: 'xiaolan', text: '', figures: [figure] }]);
    expect(at18?.townStatuses).toHaveLength(23);
    expect(item(9)?.texts[0]?.figures).toMatchObject([{ value: '-12.30', unit: '亿元' }]);
    expect(item(46)?.texts[0]).not.toHaveProperty('figures');
  });

  it('links items that overlap, live ones only', () => {
    expect(item(55)?.seeAlso).toEqual([56]);
    expect(item(8)?.seeAlso).toEqual([16]);
    expect(item(1)?.seeAlso).toEqual([]);
  });

  it('shows what a unit wrote on an item that has moved to another unit', () => {
    const entries = compiledRound.entries.map((entry) =>
      entry.obligation.unit === 'nongyeju'
        ? { ...entry, obligation: { ...entry.obligation, items: [9, 15, 16, 19] } }
        : entry,
    );
    const moved = compile({ ...compiledRound, entries }, shanghai);
    expect(JSON.stringify(moved)).toContain('〔nongyeju 第54项 进展〕');
  });

  it('counts a January report to the year it covers', () => {
    const january = compile(
      { ...compiledRound, period: parsePeriod('2017H2'), entries: [] },
      shanghai,
    );
    expect(january.progress.items).toBe(52);
    expect(january.title).toBe('市金融局关于2017年下半年普惠金融工作落实情况的总体评价报告');
  });
});

function withBareFigure(entry: Entry, no: number, figure: Figure): Entry {
  const { submission } = entry;
  if (!submission) throw new Error(`${entry.obligation.unit} has reported`);
  const items = submission.report.items.map((row) =>
    row.no === no ? { ...row, progress: '', figures: [figure] } : row,
  );
  return { ...entry, submission: { ...submission, report: { ...submission.report, items } } };
}
