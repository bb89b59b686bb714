import { expect, it } from 'vitest';
import type { About } from '../../../../domain/texts/facts.ts';
import {
  agriculture,
  centralBank,
  guzhen,
  message,
  told,
  until,
} from '../../../support/rules/facts.ts';
import { renderMail, renderSms } from '../../../support/rules/shipped-texts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

const when = '2018-07-06 09:00';
const reminder = (
  about = { ...agriculture, before: until(when) },
  slot: 'liaison' | 'deputy' = 'liaison',
) => message('reminder', when, [about], { person: { name: '张某', slot } });

it('counts the days, is shorter than the notice and asks for the missing confirmation', () => {
  const { subject, text } = renderMail(reminder(), shanghai);
  expect(subject).toBe('提醒：请于7月15日前报送2018年上半年普惠金融工作落实情况');
  expect(text).toMatchInlineSnapshot(`
    "市农业局：

    距7月15日截止还有9天，目前尚未收到贵局牵头的第9、15、16、19、54项2018年上半年落实情况。请于7月15日（星期日，含当日）24:00前报送；按规定顺延，7月16日（星期一）24:00前收到均算按期。

    方式：填好6月22日通知所附的报送表后回复本邮件，不另收纸质件。

    6月22日通知尚未签收，请一并签收；联络员如有变动，请回复告知。

    如贵局已通过其他渠道报送，烦请来电告知，以便核对登记。联系人：普惠金融科 李某，电话：0760-88000000。

    市金融局
    2018年7月6日
    "
  `);
});

it('fits into one SMS', () => {
  expect(renderSms(reminder(), shanghai).text).toMatchInlineSnapshot(
    `"【中山市金融局】提醒：贵单位2018年上半年工作情况，请于7月15日（周日）24时前报送，方式见邮件。咨询：0760-88000000"`,
  );
  expect(
    renderSms(reminder({ ...centralBank, before: until(when) }), shanghai).text,
  ).toMatchInlineSnapshot(
    `"【中山市金融局】提醒：贵单位2018年上半年工作情况，商请于7月15日（周日）24时前报送，方式见邮件。咨询：0760-88000000"`,
  );
});

it('does not ask again for a confirmation that came', () => {
  const confirmed = { ...agriculture, before: until(when), confirmedAt: at('2018-06-25 10:00') };
  expect(renderMail(reminder(confirmed), shanghai).text).not.toContain('签收');
});

it.each([
  ['was never sent', []],
  ['was not delivered', [told('notice', '2018-06-22 09:00', { delivered: false })]],
  ['reached the deputy only', [told('notice', '2018-06-22 09:00', { slot: 'deputy' })]],
])('does not point to a notice that %s', (_name, before) => {
  const facts = reminder({ ...agriculture, before });
  const { text } = renderMail(facts, shanghai);
  expect(text).not.toContain('6月22日');
  expect(text).toContain('来电索取报送表');
  expect(renderSms(facts, shanghai).text).not.toContain('见邮件');
});

it('points to each notice that reached the reader, by the reader’s role for the unit', () => {
  const toDeputy = [told('notice', '2018-06-25 09:00', { slot: 'deputy' })];
  const textOf = (...about: About[]) =>
    renderMail(
      message('reminder', when, about, { person: { name: '张某', slot: 'liaison' } }),
      shanghai,
    ).text;
  const liaisonOf = { ...agriculture, before: until(when) };
  const deputyOf = { ...guzhen, slot: 'deputy' as const, before: toDeputy };
  expect(textOf(liaisonOf, deputyOf)).toContain('填好6月22日、6月25日通知所附的报送表后回复');
  const forgotten = { ...deputyOf, before: [] };
  const some = '填好通知所附的报送表（没有收到的，请来电索取）后回复';
  expect(textOf(liaisonOf, forgotten)).toContain(some);
  expect(textOf(forgotten, liaisonOf)).toContain(some);
});

it('counts no days to a date that is over, when an officer reminds by hand', () => {
  const facts = message('reminder', '2018-07-18 09:00', [agriculture]);
  const { subject, text } = renderMail(facts, shanghai);
  expect(subject).toBe('提醒：请尽快报送2018年上半年普惠金融工作落实情况');
  expect(text).toContain('应于7月15日（按规定顺延至7月16日）前报送，目前尚未收到。请尽快报送。');
  expect(renderSms(facts, shanghai).text).toContain('，请尽快报送。');
});

it('asks a deputy to pass it on', () => {
  expect(renderMail(reminder(undefined, 'deputy'), shanghai).text).toContain('烦请转告经办同志');
});
