/** What an SMS must not be and must not hold. Rules 8, 16 and 17 of the field. */

import { smsParts } from '../../delivery/sms-length.ts';
import type { Plan } from '../../plan/plan.ts';
import type { TextName } from '../../plan/text-names.ts';
import { layOut } from '../engine/layout.ts';
import type { Fault } from '../fault.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { type Forbidden, faultsBy, linkIn, mobileIn, personIn, planIn } from './forbidden.ts';

/** @param text with its signature, as it would leave */
export function smsFaults(name: TextName, text: string, plan: Plan): Fault[] {
  const words = text.slice(grammarOf(plan).frame.signed(plan.bureau.signature).length);
  const held = faultsBy(FORBIDDEN_IN_SMS, words, plan);
  return smsParts(text) === 1 ? held : [tooLong(name, text, plan), ...held];
}

function tooLong(name: TextName, text: string, { texts, language }: Plan): Fault {
  const shorten = '请把最后一种写法改短，或在它下面用 --- 隔开再写一种更短的。';
  const signature = '英文短信里只要有一个汉字就按每条70字计，请用英文的短信签名。';
  return {
    line: layOut(texts[name], 'sms').bodies.at(-1)?.line ?? 1,
    value: text,
    message: `最短的写法也要${smsParts(text)}条短信（${text.length}个字），只能用1条。`,
    remedy: language === 'en' && /[\u3000-\uffff]/.test(text) ? signature + shorten : shorten,
  };
}

const FORBIDDEN_IN_SMS: readonly Forbidden[] = [
  {
    find: planIn,
    message: (found) => `短信里写了“${found}”，会被运营商拦截。`,
    remedy: '短信不提方案和工作名称，请改用 {{ your_report }}。',
  },
  {
    find: linkIn,
    message: (found) => `短信里有网址“${found}”。`,
    remedy: '短信不带链接，请改写为“方式见邮件”。',
  },
  {
    find: mobileIn,
    message: () => '短信里有手机号。',
    remedy: '短信只留咨询电话，请改用 {{ phone }}。',
  },
  {
    find: personIn,
    message: (found) => `短信里有人名“${found}”。`,
    remedy: '短信不提个人，请删去。',
  },
];
