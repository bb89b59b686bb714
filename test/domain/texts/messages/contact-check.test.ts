import { expect, it } from 'vitest';
import type { Language } from '../../../../domain/plan/text-names.ts';
import type { ContactCheckFacts } from '../../../../domain/texts/messages/contact-check.ts';
import { contactCheckMail } from '../../../../domain/texts/messages/contact-check.ts';
import { day } from '../../../../domain/time/time.ts';
import { sender } from '../../../support/rules/facts.ts';
import { shippedWording } from '../../../support/rules/shipped-texts.ts';
import { at, shanghai } from '../../../support/time/dates.ts';

const liaison = {
  name: '张某',
  email: 'zhang@zhongshan.example',
  mobile: '10900000101',
  phone: '0760-00000011',
};
const deputy = { name: '王某', email: null, mobile: null, phone: null };

const asked = (language: Language, fields: Partial<ContactCheckFacts> = {}) =>
  contactCheckMail(
    shippedWording(language),
    {
      sender,
      period: '2018H1',
      opensOn: day('2018-06-22'),
      nominalDue: day('2018-07-15'),
      standsInFor: null,
      units: [
        { unitName: '东凤镇', addressee: '东凤镇政府', liaison, deputy },
        { unitName: '东升镇', addressee: '东升镇政府', liaison, deputy: null },
      ],
      online: 'http://10.1.2.3',
      asOf: at('2018-06-14 09:00'),
      demonstration: false,
      ...fields,
    },
    shanghai,
  );

it('asks about all units of a person in one mail, with what is on file', () => {
  const { subject, text } = asked('zh');
  expect(subject).toBe('请核对联络员：2018年上半年普惠金融工作报送即将开始');
  expect(text).toMatchInlineSnapshot(`
    "东凤镇政府、东升镇政府：

    2018年上半年普惠金融工作的报送通知将于6月22日发出，7月15日截止。请先核对登记的联络员（A岗）和备用联络员（B岗）：

    东凤镇
    联络员：张某，邮箱zhang@zhongshan.example，手机109****0101，座机0760-00000011
    备用联络员：王某，邮箱未登记，手机未登记，座机未登记

    东升镇
    联络员：张某，邮箱zhang@zhongshan.example，手机109****0101，座机0760-00000011
    备用联络员：未登记

    没有变化的，请在 http://10.1.2.3/mine/contacts 点“确认无误”；人员有变化的，请在同一页填写新的联络员、备用联络员，经我局核对后生效。

    联系人：普惠金融科 李某，电话：0760-88000000。

    市金融局
    2018年6月14日
    "
  `);
});

it('asks for an answer by mail where units do not work online', () => {
  expect(asked('zh', { online: undefined }).text).toContain(
    '\n\n没有变化的，请回复“确认无误”；人员有变化的，请回复新的联络员、备用联络员的姓名、邮箱、手机和座机，或致电告知。\n\n',
  );
});

it('says for whom a stand-in is asked, and of a demonstration that it is one', () => {
  const { subject, text } = asked('zh', { standsInFor: '赵某', demonstration: true });
  expect(subject).toMatch(/^【演示】请核对联络员/);
  expect(text).toMatch(/^【演示】.*\n\n东凤镇政府、东升镇政府（代赵某）：\n\n/);
  expect(asked('en', { standsInFor: '赵某' }).text).toMatch(
    /^To 东凤镇政府 and 东升镇政府 \(for 赵某\):\n/,
  );
});

it('says the same in English', () => {
  const { subject, text } = asked('en');
  expect(subject).toBe(
    'Please check your liaisons: reporting on 普惠金融工作 for the first half of 2018 is about to begin',
  );
  expect(text).toMatchInlineSnapshot(`
    "To 东凤镇政府 and 东升镇政府:

    The notice to report on 普惠金融工作 for the first half of 2018 goes out on 22 June; reports are due on 15 July. Please check first whether the liaison and the deputy we have on file are still the right ones:

    东凤镇
    Liaison: 张某, mail zhang@zhongshan.example, mobile 109****0101, telephone 0760-00000011
    Deputy: 王某, mail not on file, mobile not on file, telephone not on file

    东升镇
    Liaison: 张某, mail zhang@zhongshan.example, mobile 109****0101, telephone 0760-00000011
    Deputy: not on file

    If nothing has changed, please confirm at http://10.1.2.3/mine/contacts. If somebody has changed, please enter the new liaison and deputy on the same page; they are written to once we have checked them.

    Contact: 普惠金融科 李某, telephone 0760-88000000.

    市金融局
    14 June 2018
    "
  `);
});
