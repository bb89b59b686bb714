/** 截止日: on the due day, or on the last working day before it, and then it must not say that today is the last day. */
import type { About, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, forEachUnit, please } from './address.ts';
import { closingTime, monthDay } from './dates.ts';
import { askByWhen, closingTimeShort, commonDate, dueDay, dueYear, earliest } from './deadline.ts';
import { contactLine, mail, sms } from './frame.ts';
import {
  alreadyReported,
  reportName,
  smsReport,
  stillToMend,
  toDeputy,
  waysAgain,
  whatIsMissing,
} from './ways.ts';

export function dueMail(facts: MessageFacts, zone: Zone): MailText {
  const last = facts.about.every((about) => isLastDay(about, facts, zone));
  const ask = `${please(facts)}报送${reportName(facts)}`;
  return mail(facts, zone, {
    subject: last
      ? `今日截止：${ask}`
      : `即将截止：${ask}${commonDate(facts, (day) => `（${day}前）`)}`,
    salutation: addressees(facts),
    paragraphs: [
      forEachUnit(
        facts,
        (about) =>
          `${today(about, facts, zone)}，目前尚未收到${whatIsMissing(about)}。${stillToMend(about)}`,
      ),
      last ? `${please(facts)}抓紧报送。` : askByWhen(facts, zone),
      `${waysAgain(facts, zone)}确有困难的，请在截止前来电说明。`,
      `${alreadyReported(facts)}${toDeputy(facts)}${contactLine(facts.sender)}`,
    ],
  });
}

/** Sent only when no mail gets through. */
export function dueSms(facts: MessageFacts, zone: Zone): SmsText {
  const about = earliest(facts);
  const report = smsReport(facts);
  const ask = `${please(facts)}尽快报送`;
  const { phone } = facts.sender;
  const time = closingTimeShort(about, zone);
  const due = monthDay(dueDay(about), dueYear(about));
  const when = isLastDay(about, facts, zone)
    ? `今日${time}截止`
    : isLastWorkday(about, facts, zone)
      ? `今日是${due}截止前最后一个工作日`
      : `${due}${time}截止`;
  return sms(facts, [
    `提醒：${when}，${report}尚未收到，${ask}。咨询：${phone}`,
    `${when}，${report}，${ask}。咨询：${phone}`,
    `${report}${due}${time}截止，${ask}，详询${phone}`,
  ]);
}

function today(about: About, facts: MessageFacts, zone: Zone): string {
  if (isLastDay(about, facts, zone)) return `今日${closingTime(about.dueAt, zone)}截止`;
  const due = monthDay(dueDay(about), dueYear(about));
  return isLastWorkday(about, facts, zone)
    ? `今天是${due}截止前的最后一个工作日`
    : `截止日期为${due}`;
}

const isLastDay = (about: About, facts: MessageFacts, zone: Zone): boolean =>
  zone.dayOf(facts.asOf) === about.effectiveDue;

const isLastWorkday = (about: About, facts: MessageFacts, zone: Zone): boolean =>
  zone.dayOf(facts.asOf) === about.lastWorkdayBefore;
