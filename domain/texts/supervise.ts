/** 督办: only ever a draft for the city government's office, which numbers, signs and sends it. Rule 8 of the field. */
import type { About, DocumentText, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, firstOf, forEachUnit, honorific, isRequest, please } from './address.ts';
import { dayWithWeekday, monthDay, yearOf } from './dates.ts';
import { dueYear, wasDue } from './deadline.ts';
import { contactLine, mail, sms } from './frame.ts';
import { soFar } from './history.ts';
import { makeGood, situation } from './situation.ts';
import {
  alreadyReported,
  itemNumbers,
  periods,
  reportName,
  smsReport,
  toDeputy,
  waysAgain,
} from './ways.ts';

/** To the office: the cover of the draft. To the unit, where a plan's policy wants that: a last request. */
export function superviseMail(facts: MessageFacts, zone: Zone): MailText {
  return facts.person.slot === 'office' ? cover(facts, zone) : lastRequest(facts, zone);
}

export function superviseSms(facts: MessageFacts, _zone: Zone): SmsText {
  const missing = `仍未收到${smsReport(facts)}，${please(facts)}尽快报送`;
  const { phone } = facts.sender;
  return sms(facts, [`${missing}；已报或有困难请电${phone}`, `${missing}，详询${phone}`]);
}

/** The draft 督办单; number, date and signature stay open for the office. */
export function slipOf(facts: MessageFacts, zone: Zone): DocumentText {
  const { sender, asOf } = facts;
  const year = yearOf(zone.dayOf(asOf));
  return {
    title: '督办单（代拟稿）',
    number: `督办单〔${year}〕×号`,
    addressee: addressees(facts),
    paragraphs: [
      `一、督办事项。《${sender.planTitle}》${sender.basis}：${reportName(facts)}报送${items(facts)}。`,
      `二、有关情况。${forEachUnit(facts, (about) => record(about, facts, zone))}`,
      `三、办理要求。${forEachUnit(facts, (about) => demand(about, sender.bureau, zone.dayOf(asOf)))}`,
    ],
    signature: sender.office,
    date: `${year}年×月×日`,
    note: `本稿由${sender.bureau}代拟，经${sender.office}审定、编号、签发后生效。拟稿：${sender.person}（${sender.phone}）；审核：　　　；签发：　　　；抄送：　　　。`,
  };
}

function cover(facts: MessageFacts, zone: Zone): MailText {
  return mail(facts, zone, {
    subject: `督办单（代拟稿）：${addressees(facts)}${periods(facts)}报送情况`,
    salutation: facts.sender.office,
    paragraphs: [
      `现送上致${addressees(facts)}的督办单代拟稿，请审定。有关情况如下：`,
      forEachUnit(facts, (about) => record(about, facts, zone)),
      contactLine(facts.sender),
    ],
    attachments: ['督办单（代拟稿）'],
  });
}

function lastRequest(facts: MessageFacts, zone: Zone): MailText {
  const { sender, asOf } = facts;
  const make = makeGood(firstOf(facts), please(facts), zone.dayOf(asOf));
  const next = isRequest(facts) ? '' : `届时仍未收到的，将按程序提请${sender.office}督办。`;
  return mail(facts, zone, {
    subject: isRequest(facts)
      ? `再次商请报送${reportName(facts)}`
      : `再次催办：请尽快报送${reportName(facts)}`,
    salutation: addressees(facts),
    paragraphs: [
      forEachUnit(facts, (about) => situation(about, sender, asOf, zone)),
      `${make}${next}`,
      waysAgain(facts, zone),
      `${alreadyReported(facts)}${toDeputy(facts)}${contactLine(sender)}`,
    ],
  });
}

function record(about: About, facts: MessageFacts, zone: Zone): string {
  const them = third(about);
  const told = soFar(about, facts.asOf, zone, { us: facts.sender.bureau, them });
  const confirmed =
    about.confirmedAt === null
      ? ''
      : `${them}已于${monthDay(zone.dayOf(about.confirmedAt), dueYear(about))}签收通知。`;
  return `${about.unitName}${wasDue(about)}。${told}仍未收到。${confirmed}`;
}

function demand(about: About, bureau: string, today: string): string {
  const by = about.makeGoodBy;
  const when = by === null || by < today ? '尽快' : `于${dayWithWeekday(by, dueYear(about))}下班前`;
  return `请${when}向${bureau}报送；不能按时报送的，书面说明原因和计划报送时间。`;
}

function items(facts: MessageFacts): string {
  const nos = facts.about.flatMap((about) => about.items.map((item) => item.no));
  return nos.length === 0 ? '' : `（${itemNumbers(nos)}）`;
}

/** 该局 */
const third = (about: About): string => honorific(about.unitName).replace('贵', '该');
