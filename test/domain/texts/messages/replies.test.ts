import { describe, expect, it } from 'vitest';
import { day, timeOfDay } from '../../../../domain/time/time.ts';
import { agriculture, message, until } from '../../../support/rules/facts.ts';
import { renderMail, renderSms } from '../../../support/rules/shipped-texts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

const submission = {
  version: 1,
  receivedAt: at('2018-07-12 16:05'),
  late: false,
  receipt: '2018H1-0012',
};
const arrived = { ...agriculture, before: until('2018-07-12 10:00'), submission };
const newDate = (date: string) => ({
  nominalDue: day(date),
  effectiveDue: day(date),
  dueAt: shanghai.at(day(date), timeOfDay('24:00')),
  lastWorkdayBefore: null,
});
const returned = {
  ...arrived,
  ...newDate('2018-07-18'),
  returned: {
    reason: '一、第16项缺6月末承保数；二、第54项缺下一步安排。',
    until: day('2018-07-18'),
  },
};
const extended = {
  ...agriculture,
  ...newDate('2018-07-20'),
  extended: { reason: '数据待核。', until: day('2018-07-20'), previous: day('2018-07-15') },
};

describe('an acknowledgement', () => {
  const receipt = (about = arrived) => message('receipt', '2018-07-12 16:05', [about]);

  it('states when it was received, its number and whether that was on time', () => {
    const { subject, text } = renderMail(receipt(), shanghai);
    expect(subject).toBe('回执：2018年上半年普惠金融工作落实情况已收到');
    expect(text).toMatchInlineSnapshot(`
      "市农业局：

      贵局2018年上半年普惠金融工作落实情况已于2018年7月12日16:05收到，回执号2018H1-0012。本期登记为按期报送。

      材料由我局审核，需要补充的另行告知。签字或盖章页扫描件可在3个工作日内补传，不影响收到时间；不另收纸质件。

      以上登记如有出入，请来电核对。联系人：普惠金融科 李某，电话：0760-88000000。

      市金融局
      2018年7月12日
      "
    `);
    expect(renderSms(receipt(), shanghai).text).toMatchInlineSnapshot(
      `"【中山市金融局】贵单位2018年上半年工作情况已于7月12日16:05收到，回执号2018H1-0012。咨询：0760-88000000"`,
    );
  });

  it('names a later version and lateness', () => {
    const { text } = renderMail(
      receipt({ ...arrived, submission: { ...submission, version: 2, late: true } }),
      shanghai,
    );
    expect(text).toContain('此为第2版，以本版为准，前版留存备查。本期登记为迟报。');
  });
});

describe('a return', () => {
  it('says that the report was on time, what to complete and by when', () => {
    const facts = message('returned', '2018-07-16 10:00', [returned]);
    const { subject, text } = renderMail(facts, shanghai);
    expect(subject).toBe('请补充2018年上半年材料（7月18日前）');
    expect(text).toMatchInlineSnapshot(`
      "市农业局：

      贵局7月12日报送的2018年上半年落实情况收悉，按期报送的记录不变。请补充完善：一、第16项缺6月末承保数；二、第54项缺下一步安排。

      请于7月18日（星期三，含当日）24:00前报送。其余内容不必重填；涉及结论变动的，请再送分管领导审核。

      方式：在原稿上修改后回复本邮件，不另收纸质件。

      联系人：普惠金融科 李某，电话：0760-88000000。

      市金融局
      2018年7月16日
      "
    `);
    expect(renderSms(facts, shanghai).text).toMatchInlineSnapshot(
      `"【中山市金融局】贵单位2018年上半年工作情况收悉，请于7月18日（周三）24时前补充材料，具体内容请电0760-88000000"`,
    );
  });

  it('does not call a late arrival on time', () => {
    const late = { ...returned, submission: { ...submission, late: true } };
    const { text } = renderMail(message('returned', '2018-07-16 10:00', [late]), shanghai);
    expect(text).not.toContain('按期');
  });

  it('is reminded of the missing additions, not of the report', () => {
    const facts = message('reminder', '2018-07-17 10:00', [returned]);
    const { subject, text } = renderMail(facts, shanghai);
    expect(subject).toBe('提醒：请于7月18日前补充2018年上半年材料');
    expect(text).toContain('尚未收到贵局2018年上半年落实情况的补充材料。需补充：一、第16项');
    expect(text).not.toContain('签收');
    expect(renderSms(facts, shanghai).text).toContain('贵单位2018年上半年补充材料');
  });
});

describe('a refused extension request', () => {
  const refusedRequest = { until: day('2018-07-25'), reason: '市政府办已催要汇总。' };
  const facts = (asOf: string) =>
    message('extension-refused', asOf, [{ ...agriculture, refusedRequest }]);

  it('is answered with the reason and the date that stands', () => {
    const { subject, text } = renderMail(facts('2018-07-12 10:00'), shanghai);
    expect(subject).toBe('2018年上半年延期申请的答复：报送时间不变');
    expect(text).toContain(
      '贵局关于2018年上半年落实情况延至7月25日报送的申请收悉，经研究未能同意。事由：市政府办已催要汇总。报送时间仍为7月15日（星期日，含当日）24:00；按规定顺延，7月16日（星期一）24:00前收到均算按期。',
    );
    expect(text).toContain('请按期报送。方式：');
    expect(renderSms(facts('2018-07-12 10:00'), shanghai).text).toBe(
      '【中山市金融局】贵单位2018年上半年延期申请未能同意，报送时间仍为7月15日（周日）24时。咨询：0760-88000000',
    );
  });

  it('after that date it asks for the report without delay', () => {
    expect(renderMail(facts('2018-07-17 10:00'), shanghai).text).toContain('请尽快报送。');
  });
});

describe('an extension', () => {
  it('names the old and the new date', () => {
    const facts = message('extended', '2018-07-12 10:00', [extended]);
    const { subject, text } = renderMail(facts, shanghai);
    expect(subject).toBe('2018年上半年报送时间延至7月20日');
    expect(text).toContain(
      '贵局2018年上半年落实情况的报送时间由7月15日延至7月20日（星期五，含当日）24:00。事由：数据待核。',
    );
    expect(renderSms(facts, shanghai).text).toMatchInlineSnapshot(
      `"【中山市金融局】贵单位2018年上半年工作情况报送时间延至7月20日（周五）24时。咨询：0760-88000000"`,
    );
  });

  it('is explained in what follows, but not once it is withdrawn', () => {
    const chased = (about: typeof extended) =>
      renderMail(message('chase', '2018-07-23 10:30', [about]), shanghai).text;
    expect(chased(extended)).toContain('应于7月20日（已延期，原定7月15日）前报送');
    const same = { reason: '撤销', until: day('2018-07-20'), previous: day('2018-07-20') };
    expect(chased({ ...extended, extended: same })).toContain('应于7月20日前报送');
  });

  it.each([
    ['the record names no other date', null],
    [
      'it names the same one',
      { reason: '', until: day('2018-07-17'), previous: day('2018-07-17') },
    ],
  ])('is a change, not more time, when the date comes back and %s', (_name, change) => {
    const back = { ...extended, ...newDate('2018-07-17'), extended: change };
    const { subject, text } = renderMail(message('extended', '2018-07-16 10:00', [back]), shanghai);
    expect(subject).toBe('2018年上半年报送时间调整为7月17日');
    expect(text).toContain('报送时间调整为7月17日（星期二，含当日）24:00。');
  });
});
