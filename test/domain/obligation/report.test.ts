import { describe, expect, it } from 'vitest';
import { prefilledReport } from '../../../domain/obligation/report-form.ts';
import { problemsWith } from '../../../domain/obligation/report-problems.ts';
import type { ItemReport, Report } from '../../../domain/obligation/submission.ts';
import { owed } from '../../../domain/plan/owed.ts';
import { parsePeriod } from '../../../domain/time/period.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { signedReport } from '../../support/reports/reports.ts';

const owes = { items: [9, 54], optionalItems: [], isTown: false };
const town = { items: [52, 53], optionalItems: [15, 30], isTown: true };
const row = (no: number, changes: Partial<ItemReport> = {}): ItemReport => ({
  no,
  status: '按序时推进',
  progress: '已完成过半。',
  problems: '',
  nextSteps: '',
  ...changes,
});
const good: Report = { ...signedReport, items: [row(9), row(54)] };
const nil: Report = { ...good, nil: true, items: [], remark: '本期没有在办事项。' };

describe('what is wrong with a report', () => {
  it('is nothing when it is complete', () => {
    expect(problemsWith(good, owes)).toEqual([]);
    expect(problemsWith(nil, owes)).toEqual([]);
  });

  const cases: readonly [string, Partial<Report>, RegExp[]][] = [
    [
      'an item of another unit',
      { items: [...good.items, row(30)] },
      [/^第30项不由贵单位报送。贵单位应报第9、54项，请删去第30项。$/],
    ],
    ['a missing item', { items: [row(9)] }, [/^缺少第54项/]],
    ['an item twice', { items: [row(9), row(9), row(54)] }, [/^第9项填了不止一行/]],
    [
      'a status that is none',
      { items: [row(9, { status: '进行中' as never }), row(54)] },
      [/“进行中”不可用，请选：已完成、/],
    ],
    ['no progress', { items: [row(9, { progress: ' ' }), row(54)] }, [/^第9项“进展情况”未填/]],
    [
      'nothing new without a reason',
      { items: [row(9, { status: '无新进展', progress: '' }), row(54)] },
      [/^第9项选了“无新进展”.*说明原因/],
    ],
    [
      '301 characters of progress',
      { items: [row(9, { progress: '进'.repeat(301) }), row(54)] },
      [/^第9项“进展情况”共301字，超过300字，请精简1字以上。$/],
    ],
    [
      '101 characters of problems',
      { items: [row(9, { problems: '难'.repeat(101) }), row(54)] },
      [/“存在问题”共101字/],
    ],
    [
      '101 characters of next steps',
      { items: [row(9, { nextSteps: '干'.repeat(101) }), row(54)] },
      [/“下一步安排”共101字/],
    ],
    ['a control character', { items: [row(9, { progress: '好\u0000' }), row(54)] }, [/控制字符/]],
    ['half a surrogate pair', { items: [row(9, { progress: '好\ud83d' }), row(54)] }, [/控制字符/]],
    ['a remark too long', { remark: '长'.repeat(1001) }, [/“总体情况”共1001字/]],
    ['nobody who prepared it', { preparedBy: '' }, [/^“填报人”未填/]],
    ['no telephone', { phone: ' ' }, [/^“联系电话”未填/]],
    ['nobody who signs', { signedBy: '' }, [/^“签发人”未填/]],
    ['a declaration not ticked', { declaration: false }, [/国家秘密、工作秘密和个人信息/]],
    ['a nil report without a reason', { nil: true, items: [] }, [/^零报告须说明原因/]],
    [
      'a nil report with items',
      { nil: true, remark: '无', items: [row(9)] },
      [/^零报告不能同时填报事项（第9项）/],
    ],
    ['everything together over the limit', { remark: '长'.repeat(50_001) }, [/^全部文字共5\d+字/]],
  ];
  it.each(cases)('%s', (_, changes, sentences) => {
    const problems = problemsWith({ ...good, ...changes }, owes);
    expect(problems).toHaveLength(sentences.length);
    for (const [index, sentence] of sentences.entries()) expect(problems[index]).toMatch(sentence);
  });

  it('is listed completely', () => {
    const bad = {
      ...good,
      items: [row(30), row(9, { progress: '' })],
      phone: '',
      declaration: false,
    };
    expect(problemsWith(bad, owes)).toHaveLength(5);
  });

  it('is nothing at exactly the limits, rare characters counting once', () => {
    const full = row(9, {
      progress: '𠮷'.repeat(300),
      problems: '难'.repeat(100),
      nextSteps: '干'.repeat(100),
    });
    expect(problemsWith({ ...good, items: [full, row(54)] }, owes)).toEqual([]);
  });

  it('accepts a reason in place of progress when there is nothing new', () => {
    const reason = row(9, { status: '无新进展', progress: '', problems: '资金未到位。' });
    expect(problemsWith({ ...good, items: [reason, row(54)] }, owes)).toEqual([]);
  });

  it('lets a town leave optional rows out, or say only that they do not concern it', () => {
    const items = [row(52), row(53)];
    const bare = row(15, { status: '不涉及', progress: '' });
    expect(problemsWith({ ...good, items }, town)).toEqual([]);
    expect(problemsWith({ ...good, items: [...items, bare] }, town)).toEqual([]);
    expect(
      problemsWith({ ...good, items: [...items, row(15, { progress: '' })] }, town),
    ).toHaveLength(1);
  });

  it('includes the optional items of a town in the sentence', () => {
    const items = [row(52), row(53), row(1)];
    expect(problemsWith({ ...good, items }, town)[0]).toContain('可选报第15、30项');
  });
});

describe('a prefilled report', () => {
  it.each(owed(shippedPlan, parsePeriod('2018H1')).map((each) => [each.unit.name, each] as const))(
    'of %s is valid as it stands',
    (_, { items, optionalItems, unit }) => {
      const whose = { items, optionalItems, isTown: unit.kind === 'town' };
      expect(problemsWith(prefilledReport(whose, null, shippedPlan.items), whose)).toEqual([]);
    },
  );

  it('starts from the last period’s texts and people', () => {
    const last = { ...good, items: [row(9, { progress: '上期的话。' })] };
    const report = prefilledReport(owes, last, shippedPlan.items);
    expect(report.items.map((each) => each.progress)).toEqual([
      '上期的话。',
      '按计划推进，较上期无变化。',
    ]);
    expect(report.preparedBy).toBe('张三');
  });

  it('sets 鼓励 and 长期 items to 持续推进', () => {
    const report = prefilledReport({ ...owes, items: [13, 19, 9] }, null, shippedPlan.items);
    expect(report.items.map((each) => each.status)).toEqual(['持续推进', '持续推进', '按序时推进']);
  });

  it('is a nil report for a unit that has nothing live', () => {
    const nobody = { items: [], optionalItems: [], isTown: false };
    const report = prefilledReport(nobody, null, shippedPlan.items);
    expect(report.nil).toBe(true);
    expect(problemsWith(report, nobody)).toEqual([]);
  });
});
