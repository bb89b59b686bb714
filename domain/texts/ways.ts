/** Which items, and how to report them: one way is enough, and no paper beside it (rules 2, 6 and 17 of the field). */
import type { About, MessageFacts } from '../facts.ts';
import type { Zone } from '../time.ts';
import { firstOf, honorific, you } from './address.ts';
import { monthDay, periodLabel } from './dates.ts';
import { dueYear } from './deadline.ts';
import { noticeMailedOn } from './history.ts';

/** 贵局牵头的第9、15、16、19、54项; a town reports on its items and on the plan as a whole. */
export function whatOf(about: About): string {
  const unit = honorific(about.unitName);
  if (about.isTown) return `${unit}${numbers(about)}`;
  return about.items.length === 0 ? `${unit}牵头事项` : `${unit}牵头的${numbers(about)}`;
}

/** 2018年上半年普惠金融工作落实情况; both half-years when one message is about two rounds. */
export const reportName = (facts: MessageFacts): string =>
  `${periods(facts)}${facts.sender.subject}落实情况`;

/** 2018年上半年 */
export const periods = (facts: MessageFacts): string =>
  [...new Set(facts.about.map((each) => periodLabel(each.period)))].join('、');

/** The ways that bring a form with this very mail. */
export const waysWithForm = (facts: MessageFacts): string =>
  oneOf(online(facts), '，或', '填好附表回复本邮件');

/** The ways in a later mail, which does not bring the form again but names the mail that did, if that arrived. */
export const waysAgain = (facts: MessageFacts, zone: Zone): string =>
  isReturned(facts)
    ? `方式：在原稿上修改后${oneOf(online(facts), '或', '回复本邮件')}。`
    : `方式：${oneOf(online(facts), '，或', `${form(facts, zone)}后回复本邮件`)}。`;

/** Where units cannot hand in online nothing is said of it. */
const oneOf = (page: string | null, or: string, byMail: string): string =>
  page === null ? `${byMail}，不另收纸质件` : `${page}${or}${byMail}，任选一种，不另收纸质件`;

/** 第15、17项 */
export const itemNumbers = (nos: readonly number[]): string => `第${nos.join('、')}项`;

const numbers = (about: About): string => itemNumbers(about.items.map((item) => item.no));

function form(facts: MessageFacts, zone: Zone): string {
  const about = firstOf(facts);
  const sent = noticeMailedOn(about, facts.person.slot, zone);
  return sent === null
    ? '来电索取报送表，填好'
    : `填好${monthDay(sent, dueYear(about))}通知所附的报送表`;
}

export const smsUnit = ({ about }: MessageFacts): string =>
  about.length === 1 ? '贵单位' : `您联系的${about.length}个单位`;

function online(facts: MessageFacts): string | null {
  const pages = facts.about.flatMap((each) =>
    each.online === undefined
      ? []
      : [facts.about.length === 1 ? each.online : `${each.unitName} ${each.online}`],
  );
  if (pages.length === 0) return null;
  return `在线填报（${facts.demonstration ? '网址' : '政务外网网址'}：${pages.join('；')}）`;
}

/** 在线点击“签收”或回复“收到” */
export const waysToConfirm = (facts: MessageFacts): string =>
  online(facts) === null ? '回复“收到”' : '在线点击“签收”或回复“收到”';

/** The way out for whoever reported by another way. */
export const alreadyReported = (facts: MessageFacts): string =>
  `如${you(facts)}已通过其他渠道报送，烦请来电告知，以便核对登记。`;

/** 如您不经办此项工作…: a deputy may not know what this is about. */
export const toDeputy = (facts: MessageFacts): string =>
  facts.person.slot === 'deputy' ? '如您不经办此项工作，烦请转告经办同志。' : '';

/** What an SMS calls the report: it names neither the unit nor the plan, whose names carriers filter. Rule 17. */
export function smsReport(facts: MessageFacts): string {
  return `${smsUnit(facts)}${periods(facts)}${isReturned(facts) ? '补充材料' : '工作情况'}`;
}

/** 贵单位2018年上半年工作情况: the same for a report that has come in, be it returned or not. */
export const smsArrived = (facts: MessageFacts): string =>
  `${smsUnit(facts)}${periods(facts)}工作情况`;

/** All that is missing was handed in before and sent back. */
export const isReturned = (facts: MessageFacts): boolean =>
  facts.about.every((each) => each.returned !== null);

/** What has not come yet: 贵局牵头的第…项2018年上半年落实情况, or what was asked for on return. */
export const whatIsMissing = (about: About): string =>
  about.returned === null
    ? `${whatOf(about)}${periodLabel(about.period)}落实情况`
    : `${honorific(about.unitName)}${periodLabel(about.period)}落实情况的补充材料`;

/** 需补充：… while a return is not answered. */
export const stillToMend = (about: About): string =>
  about.returned === null ? '' : `需补充：${clause(about.returned.reason)}。`;

/** What a person wrote, without its closing mark, to be set into a sentence. */
export const clause = (words: string): string => words.trim().replace(/[。；;，,.]+$/u, '');
