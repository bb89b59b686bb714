/** Variables of all mails and documents: the sender, the plan and the day. */

import type { Instant, Zone } from '../../time/time.ts';
import type { Sender } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { text, type Variables } from './variables.ts';

type Written = {
  readonly facts: { readonly sender: Sender; readonly asOf: Instant };
  readonly zone: Zone;
  readonly say: Grammar;
};

export const LETTERHEAD: Variables<Written> = {
  bureau: text(
    '汇总单位名称，如“市金融局”',
    'name of the bureau',
    ({ facts }) => facts.sender.bureau,
  ),
  we: text('汇总单位自称，如“我局”', 'how the bureau speaks of itself, “We”', ({ facts, say }) =>
    say.us(facts.sender.bureau),
  ),
  phone: text('咨询电话', 'telephone for questions', ({ facts }) => facts.sender.phone),
  person: text('联系人', 'whom to ask for', ({ facts }) => facts.sender.person),
  plan: text('方案全称，不带书名号', 'title of the plan', ({ facts }) => facts.sender.planTitle),
  basis: text(
    '规定报送义务的条款，如“第53项”',
    'item that lays down the duty to report',
    ({ facts }) => facts.sender.basis,
  ),
  work: text(
    '工作简称，如“普惠金融工作”',
    'short name of the work',
    ({ facts }) => facts.sender.subject,
  ),
  authority: text(
    '汇总报告报给谁',
    'to whom the compiled report goes',
    ({ facts }) => facts.sender.authority,
  ),
  office: text(
    '签发督办单的办公室',
    'office that issues a 督办单',
    ({ facts }) => facts.sender.office,
  ),
  today: text('发送日期，如“2018年7月17日”', 'day of sending', ({ facts, zone, say }) =>
    say.fullDate(zone.dayOf(facts.asOf)),
  ),
  now: text('发送时刻，如“10:30”“9时”', 'time of sending', ({ facts, zone, say }) =>
    say.clock(zone.timeOf(facts.asOf)),
  ),
};
