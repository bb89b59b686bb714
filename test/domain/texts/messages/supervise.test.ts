import { expect, it } from 'vitest';
import { day } from '../../../../domain/time/time.ts';
import { agriculture, message, told, wholeLadder } from '../../../support/rules/facts.ts';
import { renderLetter, renderMail, renderSlip } from '../../../support/rules/shipped-texts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

const facts = message(
  'supervise',
  '2018-07-23 09:00',
  [
    {
      ...agriculture,
      before: [
        ...wholeLadder,
        told('press', '2018-07-19 15:00', { channel: 'letter', slot: 'leader' }),
      ],
      confirmedAt: at('2018-06-25 10:00'),
      makeGoodBy: day('2018-07-25'),
    },
  ],
  { person: { name: '', slot: 'office' } },
);

it('is a draft whose number, date and signature the office gives', () => {
  expect(renderSlip(facts, shanghai)).toMatchInlineSnapshot(`
    {
      "addressee": "市农业局",
      "date": "2018年×月×日",
      "note": "本稿由市金融局代拟，经市政府办公室审定、编号、签发后生效。拟稿：普惠金融科 李某（0760-88000000）；审核：　　　；签发：　　　；抄送：　　　。",
      "number": "督办单〔2018〕×号",
      "paragraphs": [
        "一、督办事项。《中山市推进普惠金融发展实施方案（2017-2020年）》第53项：2018年上半年普惠金融工作落实情况报送（第9、15、16、19、54项）。",
        "二、有关情况。市农业局应于7月15日（按规定顺延至7月16日）前报送。市金融局6月22日通知，7月6日、12日提醒，13日提示截止，17日邮件、短信催报并致电该局联络员，19日致函，截至23日9时仍未收到。该局已于6月25日签收通知。",
        "三、办理要求。请于7月25日（星期三）下班前向市金融局报送；不能按时报送的，书面说明原因和计划报送时间。",
      ],
      "signature": "市政府办公室",
      "title": "督办单（代拟稿）",
    }
  `);
});

it('goes to the office with a covering mail', () => {
  const { subject, text } = renderMail(facts, shanghai);
  expect(subject).toBe('督办单（代拟稿）：市农业局2018年上半年报送情况');
  expect(text).toMatchInlineSnapshot(`
    "市政府办公室：

    现送上致市农业局的督办单代拟稿，请审定。有关情况如下：

    市农业局应于7月15日（按规定顺延至7月16日）前报送。市金融局6月22日通知，7月6日、12日提醒，13日提示截止，17日邮件、短信催报并致电该局联络员，19日致函，截至23日9时仍未收到。该局已于6月25日签收通知。

    联系人：普惠金融科 李某，电话：0760-88000000。

    附件：督办单（代拟稿）

    市金融局
    2018年7月23日
    "
  `);
});

it('is never sent to the unit as if it were in force', () => {
  const { text } = renderMail({ ...facts, person: { name: '张某', slot: 'liaison' } }, shanghai);
  expect(text).toContain('届时仍未收到的，将按程序提请市政府办公室督办。');
});

it('says in its title that it belongs to a demonstration, as the letter does', () => {
  const shown = { ...facts, demonstration: true };
  expect(renderSlip(shown, shanghai).title).toBe('【演示】督办单（代拟稿）');
  expect(renderLetter(shown, shanghai).title).toMatch(/^【演示】关于/);
});
