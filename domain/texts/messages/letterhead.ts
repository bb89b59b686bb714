/** What every mail and every document may name: who writes, by what plan, and when. */

import type { Zone } from '../../time/time.ts';
import type { DigestFacts, MessageFacts } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { text, type Values } from './spec.ts';

export const LETTERHEAD = {
  bureau: text('汇总单位名称，如“市金融局”', 'name of the bureau'),
  we: text('汇总单位自称，如“我局”', 'how the bureau speaks of itself, “We”'),
  phone: text('咨询电话', 'telephone for questions'),
  person: text('联系人', 'whom to ask for'),
  plan: text('方案全称，不带书名号', 'title of the plan'),
  basis: text('规定报送义务的条款，如“第53项”', 'item that lays down the duty to report'),
  work: text('工作简称，如“普惠金融工作”', 'short name of the work'),
  authority: text('汇总报告报给谁', 'to whom the compiled report goes'),
  office: text('签发督办单的办公室', 'office that issues a 督办单'),
  today: text('发送日期，如“2018年7月17日”', 'day of sending'),
  now: text('发送时刻，如“10:30”“9时”', 'time of sending'),
} as const;

export function letterhead(
  { sender, asOf }: Pick<MessageFacts | DigestFacts, 'sender' | 'asOf'>,
  zone: Zone,
  say: Grammar,
): Values<typeof LETTERHEAD> {
  return {
    bureau: sender.bureau,
    we: say.us(sender.bureau),
    phone: sender.phone,
    person: sender.person,
    plan: sender.planTitle,
    basis: sender.basis,
    work: sender.subject,
    authority: sender.authority,
    office: sender.office,
    today: say.fullDate(zone.dayOf(asOf)),
    now: say.clock(zone.timeOf(asOf)),
  };
}
