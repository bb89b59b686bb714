/** 提醒: some days before the due date; shorter than the notice and different from it at first sight. */
import type { About, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, forEachUnit, please } from './address.ts';
import { daysBetween, monthDay } from './dates.ts';
import {
  askByWhen,
  byWhenShort,
  commonDate,
  dueDay,
  dueYear,
  earliest,
  isOver,
  wasDue,
} from './deadline.ts';
import { contactLine, mail, sms } from './frame.ts';
import { noticeMailedOn } from './history.ts';
import {
  alreadyReported,
  isReturned,
  periods,
  reportName,
  smsReport,
  stillToMend,
  toDeputy,
  waysAgain,
  whatIsMissing,
} from './ways.ts';

export function reminderMail(facts: MessageFacts, zone: Zone): MailText {
  const what = isReturned(facts) ? `补充${periods(facts)}材料` : `报送${reportName(facts)}`;
  return mail(facts, zone, {
    subject: `提醒：${please(facts)}${commonDate(facts, (day) => `于${day}前`) || '尽快'}${what}`,
    salutation: addressees(facts),
    paragraphs: [
      `${forEachUnit(facts, (about) => missing(about, facts, zone))}${facts.about.length === 1 ? '' : '\n'}${askByWhen(facts, zone)}`,
      waysAgain(facts, zone),
      notConfirmed(facts, zone),
      `${alreadyReported(facts)}${toDeputy(facts)}${contactLine(facts.sender)}`,
    ],
  });
}

export function reminderSms(facts: MessageFacts, zone: Zone): SmsText {
  const first = earliest(facts);
  const start = `提醒：${smsReport(facts)}，${please(facts)}`;
  const ask = `${start}${byWhenShort(first, facts.asOf, zone)}报送`;
  const { phone } = facts.sender;
  return sms(facts, [
    ...(knowsByMail(facts, zone) ? [`${ask}，方式见邮件。咨询：${phone}`] : []),
    `${ask}。咨询：${phone}`,
    `${start}${isOver(first, facts.asOf) ? '尽快' : `于${monthDay(dueDay(first), dueYear(first))}前`}报送，详询${phone}`,
  ]);
}

function missing(about: About, facts: MessageFacts, zone: Zone): string {
  if (isOver(about, facts.asOf)) {
    return `${whatIsMissing(about)}${wasDue(about)}，目前尚未收到。${stillToMend(about)}`;
  }
  const left = daysBetween(zone.dayOf(facts.asOf), dueDay(about));
  const due = monthDay(dueDay(about), dueYear(about));
  const when = left > 0 ? `距${due}截止还有${left}天` : `${due}截止`;
  return `${when}，目前尚未收到${whatIsMissing(about)}。${stillToMend(about)}`;
}

function notConfirmed(facts: MessageFacts, zone: Zone): string {
  return [
    ...new Set(
      facts.about.map((about) => {
        const sent = noticeMailedOn(about, facts.person.slot, zone);
        return sent === null || about.confirmedAt !== null || about.returned !== null
          ? ''
          : `${monthDay(sent, dueYear(about))}通知尚未签收，请一并签收；联络员如有变动，请回复告知。`;
      }),
    ),
  ].join('');
}

const knowsByMail = (facts: MessageFacts, zone: Zone): boolean =>
  !isReturned(facts) &&
  facts.about.every((about) => noticeMailedOn(about, facts.person.slot, zone) !== null);
