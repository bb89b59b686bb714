import { expect, it } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { agriculture, message, until } from '../../../support/rules/facts.ts';
import { renderMail, renderSms } from '../../../support/rules/shipped-texts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

const friday = message('due', '2018-07-13 09:00', [
  { ...agriculture, before: until('2018-07-13 09:00') },
]);
const monday = message('due', '2019-07-15 09:00', [
  {
    ...agriculture,
    period: '2019H1',
    nominalDue: day('2019-07-15'),
    effectiveDue: day('2019-07-15'),
    lastWorkdayBefore: null,
    dueAt: at('2019-07-16 00:00'),
  },
]);

it('says on the Friday before a Sunday that it is the last working day, not the last day', () => {
  const { subject, text } = renderMail(friday, shanghai);
  expect(subject).toBe('即将截止：请报送2018年上半年普惠金融工作落实情况（7月15日前）');
  expect(text).toMatchInlineSnapshot(`
    "市农业局：

    今天是7月15日截止前的最后一个工作日，目前尚未收到贵局牵头的第9、15、16、19、54项2018年上半年落实情况。

    请于7月15日（星期日，含当日）24:00前报送；按规定顺延，7月16日（星期一）24:00前收到均算按期。

    方式：填好6月22日通知所附的报送表后回复本邮件，不另收纸质件。确有困难的，请在截止前来电说明。

    如贵局已通过其他渠道报送，烦请来电告知，以便核对登记。联系人：普惠金融科 李某，电话：0760-88000000。

    市金融局
    2018年7月13日
    "
  `);
  expect(text).not.toContain('今日24:00截止');
  expect(renderSms(friday, shanghai).text).toMatchInlineSnapshot(
    `"【中山市金融局】今日是7月15日截止前最后一个工作日，贵单位2018年上半年工作情况，请尽快报送。咨询：0760-88000000"`,
  );
});

it('says on the due day itself that it ends today', () => {
  const { subject, text } = renderMail(monday, shanghai);
  expect(subject).toBe('今日截止：请报送2019年上半年普惠金融工作落实情况');
  expect(text).toContain('今日24:00截止，目前尚未收到贵局牵头的');
  expect(text).not.toContain('顺延');
  expect(renderSms(monday, shanghai).text).toMatchInlineSnapshot(
    `"【中山市金融局】提醒：今日24时截止，贵单位2019年上半年工作情况尚未收到，请尽快报送。咨询：0760-88000000"`,
  );
});
