/** 催报: on the first working day after the due date. A body that the bureau can only ask is asked, not chased. */
import type { MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, forEachUnit, isRequest, please } from './address.ts';
import { clock } from './dates.ts';
import { contactLine, mail, sms } from './frame.ts';
import { situation } from './situation.ts';
import { alreadyReported, reportName, smsReport, toDeputy, waysAgain } from './ways.ts';

export function chaseMail(facts: MessageFacts, zone: Zone): MailText {
  const { sender, asOf } = facts;
  return mail(facts, zone, {
    subject: isRequest(facts) ? `商请尽快报送${reportName(facts)}` : `催报：${reportName(facts)}`,
    salutation: addressees(facts),
    paragraphs: [
      forEachUnit(facts, (about) => situation(about, sender, asOf, zone)),
      `${please(facts)}尽快报送。确有困难、需要延期的，请来电说明原因和预计报送时间。`,
      waysAgain(facts, zone),
      `${alreadyReported(facts)}${toDeputy(facts)}${contactLine(sender)}`,
    ],
  });
}

export function chaseSms(facts: MessageFacts, zone: Zone): SmsText {
  const { phone } = facts.sender;
  const time = clock(zone.timeOf(facts.asOf));
  const ask = isRequest(facts) ? '商请尽快报送' : '烦请尽快报送';
  return sms(facts, [
    `截至今日${time}，尚未收到${smsReport(facts)}，${ask}；已报或有困难请电${phone}`,
    `尚未收到${smsReport(facts)}，${ask}，详询${phone}`,
  ]);
}
