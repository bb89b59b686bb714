/** 催办: to the liaison by itself; to the leader in charge as a letter that the bureau releases. Rule 8 of the field. */
import type { DocumentText, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, firstOf, forEachUnit, isRequest, please } from './address.ts';
import { clock, dayWithShortWeekday, fullDate } from './dates.ts';
import { dueYear } from './deadline.ts';
import { accordingToPlan, contactLine, mail, sms } from './frame.ts';
import { compiling, makeGood, situation } from './situation.ts';
import { alreadyReported, reportName, smsReport, toDeputy, waysAgain } from './ways.ts';

export function pressMail(facts: MessageFacts, zone: Zone): MailText {
  if (facts.person.slot === 'leader') return letterAsMail(facts, zone);
  return mail(facts, zone, {
    subject: isRequest(facts)
      ? `再次商请报送${reportName(facts)}`
      : `催办：请尽快报送${reportName(facts)}`,
    salutation: addressees(facts),
    paragraphs: [
      ...request(facts, zone),
      waysAgain(facts, zone),
      `${alreadyReported(facts)}${toDeputy(facts)}${contactLine(facts.sender)}`,
    ],
  });
}

export function pressSms(facts: MessageFacts, zone: Zone): SmsText {
  const about = firstOf(facts);
  const { phone } = facts.sender;
  const by = about.makeGoodBy;
  const when =
    by === null || by < zone.dayOf(facts.asOf)
      ? '尽快'
      : `于${dayWithShortWeekday(by, dueYear(about))}前`;
  const missing = `仍未收到${smsReport(facts)}，${please(facts)}${when}报送`;
  return sms(facts, [
    `截至今日${clock(zone.timeOf(facts.asOf))}${missing}；已报或有困难请电${phone}`,
    `${missing}；有困难请电${phone}`,
    `${missing}，详询${phone}`,
  ]);
}

/** The letter of 催办, held until the bureau lets it go. */
export function letterOf(facts: MessageFacts, zone: Zone): DocumentText {
  const { sender, person } = facts;
  const name = person.name === '' ? '分管领导' : `分管领导${person.name}同志`;
  return {
    title: `关于${isRequest(facts) ? '商请报送' : '催报'}${reportName(facts)}的函`,
    addressee: addressees(facts),
    paragraphs: [
      ...request(facts, zone),
      `如已报送，烦请来电核对。${contactLine(sender)}`,
      isRequest(facts) ? '特此函商，请予支持。' : '特此函告。',
    ],
    signature: sender.bureau,
    date: fullDate(zone.dayOf(facts.asOf)),
    note: `请呈${name}阅。`,
  };
}

function letterAsMail(facts: MessageFacts, zone: Zone): MailText {
  const letter = letterOf(facts, zone);
  return mail(facts, zone, {
    subject: letter.title,
    salutation: letter.addressee,
    paragraphs: letter.paragraphs,
    attachments: [letter.title],
  });
}

function request(facts: MessageFacts, zone: Zone): string[] {
  const { sender, asOf } = facts;
  const about = firstOf(facts);
  const today = zone.dayOf(asOf);
  return [
    `${accordingToPlan(sender)}${facts.about.length === 1 ? '' : '有关情况如下：\n'}${forEachUnit(facts, (each) => situation(each, sender, asOf, zone))}`,
    `${makeGood(about, please(facts), today)}${compiling(facts, today)}`,
  ];
}
