/** How to report: one way is enough, and no paper beside it (rules 2, 6 and 17 of the field). */

import { monthDay } from '../../time/dates-in-words.ts';
import type { Zone } from '../../time/time.ts';
import { isReturned, noticeMailedOn } from '../done-before.ts';
import { dueYear } from '../due-day.ts';
import type { About, MessageFacts } from '../facts.ts';

/** The ways that bring a form with this very mail. */
export const waysWithForm = (facts: MessageFacts): string =>
  oneOf(online(facts), '，或', '填好附表回复本邮件');

/** The ways in a later mail, which does not bring the form again but names the mail that did, if that arrived. */
export const waysAgain = (facts: MessageFacts, zone: Zone): string =>
  isReturned(facts)
    ? `在原稿上修改后${oneOf(online(facts), '或', '回复本邮件')}`
    : oneOf(online(facts), '，或', `${form(facts, zone)}后回复本邮件`);

/** 在线点击“签收”或回复“收到” */
export const waysToConfirm = (facts: MessageFacts): string =>
  online(facts) === null ? '回复“收到”' : '在线点击“签收”或回复“收到”';

/** Where units cannot hand in online nothing is said of it. */
const oneOf = (page: string | null, or: string, byMail: string): string =>
  page === null ? `${byMail}，不另收纸质件` : `${page}${or}${byMail}，任选一种，不另收纸质件`;

function form(facts: MessageFacts, zone: Zone): string {
  const noticed = facts.about.map((about) => noticedOn(about, facts, zone));
  const sent = [...new Set(noticed.filter((day) => day !== null))];
  if (sent.length === 0) return '来电索取报送表，填好';
  return noticed.includes(null)
    ? '填好通知所附的报送表（没有收到的，请来电索取）'
    : `填好${sent.join('、')}通知所附的报送表`;
}

function noticedOn(about: About, facts: MessageFacts, zone: Zone): string | null {
  const sent = noticeMailedOn(about, facts.person, zone);
  return sent && monthDay(sent, dueYear(about));
}

function online(facts: MessageFacts): string | null {
  const pages = facts.about.flatMap((each) =>
    each.online === undefined
      ? []
      : [facts.about.length === 1 ? each.online : `${each.unitName} ${each.online}`],
  );
  if (pages.length === 0) return null;
  return `在线填报（${facts.demonstration ? '网址' : '政务外网网址'}：${pages.join('；')}）`;
}
