import { expect, it } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import {
  agriculture,
  centralBank,
  guzhen,
  items,
  message,
  until,
} from '../../../support/rules/facts.ts';
import { renderMail, renderSms } from '../../../support/rules/shipped-texts.ts';
import { shanghai } from '../../../support/time/dates.ts';

const when = '2018-07-17 10:30';
const chase = (about = agriculture) => message('chase', when, [{ ...about, before: until(when) }]);

it('says what was due, what was sent before and that nothing has come', () => {
  const { subject, text } = renderMail(chase(), shanghai);
  expect(subject).toBe('催报：2018年上半年普惠金融工作落实情况');
  expect(text).toMatchInlineSnapshot(`
    "市农业局：

    贵局牵头的第9、15、16、19、54项2018年上半年落实情况应于7月15日（按规定顺延至7月16日）前报送。我局6月22日通知，7月6日、12日提醒，13日提示截止，截至17日10:30尚未收到。

    请尽快报送。确有困难、需要延期的，请来电说明原因和预计报送时间。

    方式：填好6月22日通知所附的报送表后回复本邮件，不另收纸质件。

    如贵局已通过其他渠道报送，烦请来电告知，以便核对登记。联系人：普惠金融科 李某，电话：0760-88000000。

    市金融局
    2018年7月17日
    "
  `);
  expect(renderSms(chase(), shanghai).text).toMatchInlineSnapshot(
    `"【中山市金融局】截至今日10:30，尚未收到贵单位2018年上半年工作情况，烦请尽快报送；已报或有困难请电0760-88000000"`,
  );
});

it('speaks to a town as a town', () => {
  expect(renderMail(chase(guzhen), shanghai).text).toContain(
    '古镇镇人民政府：\n\n贵镇第52、53项2018年上半年落实情况应于7月15日',
  );
});

it('asks a central body instead of chasing it', () => {
  const { subject, text } = renderMail(chase(centralBank), shanghai);
  expect(subject).toBe('商请尽快报送2018年上半年普惠金融工作落实情况');
  expect(`${subject}${text}`).not.toContain('催');
  expect(renderSms(chase(centralBank), shanghai).text).toMatchInlineSnapshot(
    `"【中山市金融局】截至今日10:30，尚未收到贵单位2018年上半年工作情况，商请尽快报送；已报或有困难请电0760-88000000"`,
  );
});

it('mentions a promise', () => {
  const facts = message('chase', when, [{ ...agriculture, promisedOn: day('2018-07-16') }]);
  expect(renderMail(facts, shanghai).text).toContain('贵局此前答复预计于7月16日报送。');
});

it('has a paragraph for each unit of one person', () => {
  const science = {
    ...agriculture,
    unitName: '市科技局',
    items: items(18, 45),
    before: until(when),
  };
  const patents = { ...agriculture, unitName: '市知识产权局', items: items(54), before: [] };
  const { text } = renderMail(message('chase', when, [science, patents]), shanghai);
  expect(text).toContain('市科技局：贵局牵头的第18、45项');
  expect(text).toContain('13日提示截止，截至17日10:30尚未收到。\n市知识产权局：');
  expect(text).toContain('前报送。截至7月17日10:30尚未收到。');
});
