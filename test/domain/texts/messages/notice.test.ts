import { expect, it } from 'vitest';
import { agriculture, centralBank, guzhen, items, message } from '../../../support/rules/facts.ts';
import { renderMail, renderSms } from '../../../support/rules/shipped-texts.ts';
import { shanghai } from '../../../support/time/dates.ts';

const notice = (...about: Parameters<typeof message>[2]) =>
  message('notice', '2018-06-22 09:00', about);

it('tells a department which items, by when, how, and whom to call', () => {
  const { subject, text } = renderMail(notice(agriculture), shanghai);
  expect(subject).toBe('请报送2018年上半年普惠金融工作落实情况（7月15日前）');
  expect(text).toMatchInlineSnapshot(`
    "市农业局：

    按照《中山市推进普惠金融发展实施方案（2017-2020年）》第53项要求，请报送贵局牵头的第9、15、16、19、54项2018年1—6月落实情况。

    一、时间。7月15日（星期日，含当日）24:00前；按规定顺延，7月16日（星期一）24:00前收到均算按期。也可于7月13日（星期五）下班前提前报送。
    二、方式。填好附表回复本邮件，不另收纸质件。确有不便的，可经公文交换等其他渠道送达，由我局代录，不必重复填报。签字或盖章页扫描件可在报送后3个工作日内补传。
    三、内容。每项300字以内；没有进展的，说明原因即可。请勿填写国家秘密、工作秘密和个人信息。
    四、签收。收到后请签收（回复“收到”）；联络员如有变动，请回复告知姓名和电话。

    联系人：普惠金融科 李某，电话：0760-88000000。

    附件：1. 2018年上半年报送表
    　　　2. 截止日程（日历文件）

    市金融局
    2018年6月22日
    "
  `);
});

it('asks a town for its two items and the plan as a whole, and leaves it free to add the others', () => {
  const { subject, text } = renderMail(notice(guzhen), shanghai);
  expect(subject).toBe('请报送2018年上半年普惠金融工作落实情况（7月15日前）');
  expect(text.split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "古镇镇人民政府：",
      "",
      "按照《中山市推进普惠金融发展实施方案（2017-2020年）》第53项要求，请报送贵镇第52、53项2018年1—6月落实情况，以及辖区贯彻落实实施方案的总体情况；第15、17、18、23、28、30、32、40、44、45、46、49、50项为选填，不涉及或无新进展的，注明即可。",
    ]
  `);
});

it('makes a request of what is an order to others, for a body that the city cannot direct', () => {
  const { subject, text } = renderMail(notice(centralBank), shanghai);
  expect(subject).toBe('商请报送2018年上半年普惠金融工作落实情况（7月15日前）');
  expect(text.split('\n').slice(0, 3)).toMatchInlineSnapshot(`
    [
      "人民银行中山市中心支行：",
      "",
      "按照《中山市推进普惠金融发展实施方案（2017-2020年）》第53项要求，商请报送贵行牵头的第12、13、14、20、29、30、31、32、34、36、38、55项2018年1—6月落实情况。",
    ]
  `);
});

it('asks for a nil report where nothing is live', () => {
  const { text } = renderMail(notice({ ...agriculture, items: [] }), shanghai);
  expect(text).toContain('本期贵局没有在办的牵头事项，作零报告并注明原因即可。');
  expect(text).not.toContain('第、');
});

it('asks for the figures of the whole year in January', () => {
  const text = renderMail(notice({ ...agriculture, period: '2017H2' }), shanghai).text;
  expect(text).toContain('2017年7—12月落实情况');
  expect(text).toContain('涉及数据的，请一并注明全年累计数。');
});

it('lists each unit when one person answers for several', () => {
  const both = notice(
    { ...agriculture, unitName: '市科技局', addressee: '市科技局', items: items(18, 45) },
    { ...agriculture, unitName: '市知识产权局', addressee: '市知识产权局', items: items(54) },
  );
  const { text } = renderMail(both, shanghai);
  expect(text.startsWith('市科技局、市知识产权局：\n')).toBe(true);
  expect(text).toContain(
    '市科技局：贵局牵头的第18、45项2018年1—6月落实情况。\n市知识产权局：贵局牵头的第54项2018年1—6月落实情况。',
  );
  expect(text.match(/一、时间/g)).toHaveLength(1);
  expect(renderSms(both, shanghai).text).toContain('您联系的2个单位2018年上半年工作情况');
});

it('says of a round that was opened late that its date is over', () => {
  const late = message('notice', '2018-07-18 09:00', [agriculture]);
  const { subject, text } = renderMail(late, shanghai);
  expect(subject).toBe('请报送2018年上半年普惠金融工作落实情况');
  expect(text).toContain(
    '一、时间。应于7月15日（按规定顺延至7月16日）前报送，现已逾期，请尽快报送。\n',
  );
  expect(text).not.toContain('7月13日');
  expect(renderSms(late, shanghai).text).toContain('请尽快报送贵单位');
});

it('gives the address of the page where the record has one, and never in an SMS', () => {
  const facts = notice({ ...agriculture, online: 'http://10.1.2.3/2018H1/nongye' });
  expect(renderMail(facts, shanghai).text).toContain(
    '在线填报（政务外网网址：http://10.1.2.3/2018H1/nongye），或填好附表回复本邮件',
  );
  expect(renderSms(facts, shanghai).text).not.toContain('http');
});
