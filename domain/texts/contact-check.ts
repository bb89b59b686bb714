/** The mail that asks a liaison, before a round opens, whether the people their units name still hold. */

import type { MailText, Sender } from '../facts.ts';
import { maskMobile } from '../masked.ts';
import type { ContactDetails } from '../plan.ts';
import type { Day, Instant, Zone } from '../time.ts';
import { fullDate, monthDay, periodLabel, yearOf } from './dates.ts';
import { marked } from './frame.ts';
import type { Wording } from './names.ts';

export type ContactCheckFacts = {
  readonly sender: Sender;
  readonly period: string;
  readonly opensOn: Day;
  readonly nominalDue: Day;
  readonly standsInFor: string | null;
  readonly units: readonly {
    readonly unitName: string;
    readonly addressee: string;
    readonly liaison: ContactDetails | null;
    readonly deputy: ContactDetails | null;
  }[];
  /** Where it is answered, an address on 政务外网. */
  readonly online: string | undefined;
  readonly asOf: Instant;
  readonly demonstration: boolean;
};

export function contactCheckMail(wording: Wording, facts: ContactCheckFacts, zone: Zone): MailText {
  const { sender, units, standsInFor, nominalDue } = facts;
  const year = yearOf(nominalDue);
  const period = periodLabel(facts.period);
  const salutation = units.map(({ addressee }) => addressee).join('、');
  const blocks = [
    `${standsInFor === null ? salutation : `${salutation}（代${standsInFor}）`}：`,
    `${period}${sender.subject}的报送通知将于${monthDay(facts.opensOn, year)}发出，${monthDay(nominalDue, year)}截止。请先核对登记的联络员（A岗）和备用联络员（B岗）：`,
    units.map(unitLines).join('\n\n'),
    facts.online === undefined
      ? '没有变化的，请回复“确认无误”；人员有变化的，请回复新的联络员、备用联络员的姓名、邮箱、手机和座机，或致电告知。'
      : `没有变化的，请在 ${facts.online}/mine/contacts 点“确认无误”；人员有变化的，请在同一页填写新的联络员、备用联络员，经我局核对后生效。`,
    `联系人：${sender.person}，电话：${sender.phone}。`,
    `${sender.bureau}\n${fullDate(zone.dayOf(facts.asOf))}`,
  ];
  return marked(wording, facts.demonstration, {
    subject: `请核对联络员：${period}${sender.subject}报送即将开始`,
    text: `${blocks.join('\n\n')}\n`,
  });
}

const unitLines = ({ unitName, liaison, deputy }: ContactCheckFacts['units'][number]): string =>
  [`${unitName}`, `联络员：${inWords(liaison)}`, `备用联络员：${inWords(deputy)}`].join('\n');

function inWords(contact: ContactDetails | null): string {
  if (contact === null) return '未登记';
  const { name, email, mobile, phone } = contact;
  return [
    name,
    `邮箱${email ?? '未登记'}`,
    `手机${mobile === null ? '未登记' : maskMobile(mobile)}`,
    `座机${phone ?? '未登记'}`,
  ].join('，');
}
