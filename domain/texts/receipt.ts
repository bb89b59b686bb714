/** 回执: a report has come in; when it was received is what on time is judged by. Rules 2 and 3 of the field. */
import type { About, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, firstOf, forEachUnit, honorific, ourselves } from './address.ts';
import { clock, dateAndClock, monthDay, periodLabel } from './dates.ts';
import { dueYear } from './deadline.ts';
import { contactLine, mail, sms } from './frame.ts';
import { reportName, smsArrived } from './ways.ts';

export function receiptMail(facts: MessageFacts, zone: Zone): MailText {
  return mail(facts, zone, {
    subject: `回执：${reportName(facts)}已收到`,
    salutation: addressees(facts),
    paragraphs: [
      forEachUnit(facts, (about) => received(about, facts.sender.subject, zone)),
      `材料由${ourselves(facts.sender.bureau)}审核，需要补充的另行告知。签字或盖章页扫描件可在3个工作日内补传，不影响收到时间；不另收纸质件。`,
      `以上登记如有出入，请来电核对。${contactLine(facts.sender)}`,
    ],
  });
}

export function receiptSms(facts: MessageFacts, zone: Zone): SmsText {
  const about = firstOf(facts);
  const { submission } = about;
  const report = smsArrived(facts);
  const { phone } = facts.sender;
  if (submission === null || facts.about.length > 1) {
    return sms(facts, [`${report}已收到，谢谢。咨询：${phone}`, `${report}已收到`]);
  }
  const day = zone.dayOf(submission.receivedAt);
  const at = `${monthDay(day, dueYear(about))}${clock(zone.timeOf(submission.receivedAt))}`;
  return sms(facts, [
    `${report}已于${at}收到，回执号${submission.receipt}。咨询：${phone}`,
    `${report}已于${at}收到。咨询：${phone}`,
    `${report}已收到`,
  ]);
}

function received(about: About, subject: string, zone: Zone): string {
  const { submission } = about;
  const report = `${honorific(about.unitName)}${periodLabel(about.period)}${subject}落实情况`;
  if (submission === null) return `${report}已收到。`;
  const version =
    submission.version === 1 ? '' : `此为第${submission.version}版，以本版为准，前版留存备查。`;
  return [
    `${report}已于${dateAndClock(submission.receivedAt, zone)}收到，回执号${submission.receipt}。`,
    version,
    `本期登记为${submission.late ? '迟报' : '按期报送'}。`,
  ].join('');
}
