import { expect, it } from 'vitest';
import type { Language } from '../../../../domain/plan/text-names.ts';
import type { MorningTopic } from '../../../../domain/round/morning.ts';
import { renderDigest } from '../../../../domain/texts/messages/digests.ts';
import { day } from '../../../../domain/time/time.ts';
import { sender } from '../../../support/rules/facts.ts';
import { shippedWording } from '../../../support/rules/shipped-texts.ts';
import { at, dueOn, shanghai } from '../../../support/time/dates.ts';

const written = (asOf: string, topic: MorningTopic, language: Language = 'zh') =>
  renderDigest(
    shippedWording(language),
    {
      sender,
      period: '2018H1',
      nominalDue: day('2018-07-15'),
      compileOn: day('2018-07-30'),
      asOf: at(asOf),
      topic,
      demonstration: false,
    },
    shanghai,
  );

const full: MorningTopic = {
  kind: 'morning',
  due: dueOn('2018-07-15'),
  dueCount: 3,
  counts: { owed: 44, reported: 39, waived: 1, missing: 4, late: 2, returned: 1, unconfirmed: 2 },
  news: [
    {
      kind: 'reported',
      units: [
        { unitName: '小榄镇', late: true, on: null },
        { unitName: '市教体局', late: false, on: null },
      ],
    },
    { kind: 'returned', units: [{ unitName: '沙溪镇', late: false, on: day('2018-07-20') }] },
    {
      kind: 'called',
      units: [
        { unitName: '横栏镇', late: false, on: day('2018-07-20') },
        { unitName: '民众镇', late: false, on: null },
      ],
    },
  ],
  missing: [
    {
      unitName: '横栏镇',
      isOverdue: true,
      isReturned: false,
      until: null,
      promisedOn: day('2018-07-20'),
    },
    { unitName: '民众镇', isOverdue: true, isReturned: false, until: null, promisedOn: null },
    {
      unitName: '沙溪镇',
      isOverdue: false,
      isReturned: true,
      until: day('2018-07-20'),
      promisedOn: null,
    },
    {
      unitName: '南头镇',
      isOverdue: false,
      isReturned: false,
      until: day('2018-07-25'),
      promisedOn: null,
    },
  ],
  failed: ['民众镇'],
  waiting: [
    { kind: 'release', number: 2 },
    { kind: 'call', number: 3 },
  ],
  today: [
    { kind: 'press', at: at('2018-07-19 09:00'), units: 2 },
    { kind: 'reminder', at: at('2018-07-19 09:00'), units: 1 },
  ],
  workdaysToCompile: 7,
};

it('says where the round stands, what is new and what there is to do', () => {
  const { subject, text } = written('2018-07-19 08:40', full);
  expect(subject).toBe('2018年上半年报送情况（7月19日）：未报4个，待办5件');
  expect(text).toMatchInlineSnapshot(`
    "市金融局经办同志：

    7月15日（星期日），顺延至7月16日（星期一）24:00截止，今天是截止日后第3个工作日。截至8:40，应报44个 = 已报39个 + 免报1个 + 未报4个；已报中迟报2个，未报中退回1个，未签收2个。

    上次告知以来：
    报送2个：小榄镇（迟报）、市教体局
    退回1个：沙溪镇（7月20日前重报）
    已致电2个：横栏镇（承诺7月20日报送）、民众镇

    未报4个：
    逾期2个：横栏镇（承诺7月20日报送）、民众镇
    未到期2个：沙溪镇（已退回，期限7月20日）、南头镇（期限7月25日）

    最近一次信息未送达1个单位：民众镇。请核对联系方式，或改用电话。

    待办：审发文稿2件，致电3件。

    今日安排：9时催办2个单位；9时提醒1个单位。

    距汇总日（7月30日）还有7个工作日。

    市金融局
    2018年7月19日
    "
  `);
});

it('says the same in English', () => {
  const { subject, text } = written('2018-07-19 08:40', full, 'en');
  expect(subject).toBe('Reports for the first half of 2018 as of 19 July: 4 missing, 5 to do');
  expect(text).toMatchInlineSnapshot(`
    "To the officers in charge at 市金融局:

    Reports are due by 24:00 on 15 July (Sunday), moved to 16 July (Monday) by the rules. Today is working day 3 after it. As of 08:40: owed 44 = reported 39 + waived 1 + missing 4; late among those reported: 2; returned among those missing: 1, notice not confirmed: 2.

    Since the last digest:
    Reported (2): 小榄镇 (late) and 市教体局
    Returned (1): 沙溪镇 (again by 20 July)
    Called (2): 横栏镇 (promised for 20 July) and 民众镇

    Missing (4):
    Overdue (2): 横栏镇 (promised for 20 July) and 民众镇
    Not due yet (2): 沙溪镇 (returned, due on 20 July) and 南头镇 (due on 25 July)

    The last message did not arrive (1): 民众镇. Please check the addresses, or call.

    To do: documents to release (2), calls to make (3).

    Going out today: urgent request at 09:00 (units: 2); reminder at 09:00 (units: 1).

    Working days to the day of compiling (30 July): 7.

    市金融局
    19 July 2018
    "
  `);
});

it('is short when all is in', () => {
  const { text } = written('2018-07-30 08:40', {
    ...full,
    dueCount: 10,
    news: [],
    missing: [],
    failed: [],
    waiting: [],
    today: [],
    workdaysToCompile: 0,
  });
  expect(text).toContain('上次告知以来没有变化。');
  expect(text).toContain('应报单位均已报送或免报。');
  expect(text).toContain('今天是汇总日。');
  expect(text).not.toContain('未送达');
});

it('names a limited number of units, and how many there are', () => {
  const units = Array.from({ length: 500 }, (_, index) => ({
    unitName: `单位${index}`,
    isOverdue: true,
    isReturned: false,
    until: null,
    promisedOn: null,
  }));
  const { text } = written('2018-07-19 08:40', { ...full, missing: units });
  expect(text).toContain('单位59等，其余440个见总览');
  expect(text.length).toBeLessThan(2000);
});
