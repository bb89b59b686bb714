import { expect, it } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { agriculture, centralBank, message, until } from '../../../support/rules/facts.ts';
import { renderLetter, renderMail, renderSms } from '../../../support/rules/shipped-texts.ts';
import { shanghai } from '../../../support/time/dates.ts';

const when = '2018-07-19 09:00';
const press = (about = agriculture, slot: 'liaison' | 'leader' = 'liaison') =>
  message('press', when, [{ ...about, before: until(when), makeGoodBy: day('2018-07-20') }], {
    person: { name: '梁某', slot },
  });

it('gives the liaison a date to make good and says when the report is compiled', () => {
  const { subject, text } = renderMail(press(), shanghai);
  expect(subject).toBe('催办：请尽快报送2018年上半年普惠金融工作落实情况');
  expect(text).toMatchInlineSnapshot(`
    "市农业局：

    按照《中山市推进普惠金融发展实施方案（2017-2020年）》第53项要求，贵局牵头的第9、15、16、19、54项2018年上半年落实情况应于7月15日（按规定顺延至7月16日）前报送。我局6月22日通知，7月6日、12日提醒，13日提示截止，17日邮件、短信催报并致电贵局联络员，截至19日9时尚未收到。

    请于7月20日（星期五）下班前报送；确有困难的，请在此之前告知原因和预计报送时间。我局拟于7月30日汇总上报市政府，届时将如实反映各单位报送情况。

    方式：填好6月22日通知所附的报送表后回复本邮件，不另收纸质件。

    如贵局已通过其他渠道报送，烦请来电告知，以便核对登记。联系人：普惠金融科 李某，电话：0760-88000000。

    市金融局
    2018年7月19日
    "
  `);
  expect(renderSms(press(), shanghai).text).toMatchInlineSnapshot(
    `"【中山市金融局】截至今日9时仍未收到贵单位2018年上半年工作情况，请于7月20日（周五）前报送；已报或有困难请电0760-88000000"`,
  );
});

it('is a letter to the unit for its leader in charge', () => {
  expect(renderLetter(press(agriculture, 'leader'), shanghai)).toMatchInlineSnapshot(`
    {
      "addressee": "市农业局",
      "date": "2018年7月19日",
      "note": "请呈分管领导梁某同志阅。",
      "paragraphs": [
        "按照《中山市推进普惠金融发展实施方案（2017-2020年）》第53项要求，贵局牵头的第9、15、16、19、54项2018年上半年落实情况应于7月15日（按规定顺延至7月16日）前报送。我局6月22日通知，7月6日、12日提醒，13日提示截止，17日邮件、短信催报并致电贵局联络员，截至19日9时尚未收到。",
        "请于7月20日（星期五）下班前报送；确有困难的，请在此之前告知原因和预计报送时间。我局拟于7月30日汇总上报市政府，届时将如实反映各单位报送情况。",
        "如已报送，烦请来电核对。联系人：普惠金融科 李某，电话：0760-88000000。",
        "特此函告。",
      ],
      "signature": "市金融局",
      "title": "关于催报2018年上半年普惠金融工作落实情况的函",
    }
  `);
});

it('goes to a leader by mail in the words of the letter', () => {
  const facts = press(agriculture, 'leader');
  const letter = renderLetter(facts, shanghai);
  const { subject, text } = renderMail(facts, shanghai);
  expect(subject).toBe(letter.title);
  for (const paragraph of letter.paragraphs) expect(text).toContain(paragraph);
});

it('neither presses nor warns a central body', () => {
  const { subject, text } = renderMail(press(centralBank), shanghai);
  const letter = renderLetter(press(centralBank), shanghai);
  expect(letter.title).toBe('关于商请报送2018年上半年普惠金融工作落实情况的函');
  expect(`${subject}${text}${letter.paragraphs.join('')}`).not.toMatch(/催|如实反映/);
});

it('gives no date that has passed', () => {
  const about = { ...agriculture, makeGoodBy: day('2018-07-20'), compileOn: day('2018-07-30') };
  const { text } = renderMail(message('press', '2018-08-01 09:00', [about]), shanghai);
  expect(text).toContain('请尽快报送；');
  expect(text).not.toMatch(/7月20日|7月30日/);
});
