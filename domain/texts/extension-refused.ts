/** 延期答复: the bureau has not agreed to a later date; why, and the date that stands. Rule 12 of the field. */
import type { About, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, forEachUnit, honorific, please } from './address.ts';
import { monthDay, periodLabel } from './dates.ts';
import { closing, closingShort, dueYear, earliest, isOver, movedByRest } from './deadline.ts';
import { contactLine, mail, sms } from './frame.ts';
import { clause, periods, smsUnit, waysAgain } from './ways.ts';

export function extensionRefusedMail(facts: MessageFacts, zone: Zone): MailText {
  const when = facts.about.some((about) => isOver(about, facts.asOf)) ? '尽快' : '按期';
  return mail(facts, zone, {
    subject: `${periods(facts)}延期申请的答复：报送时间不变`,
    salutation: addressees(facts),
    paragraphs: [
      forEachUnit(facts, (about) => stands(about, zone)),
      `${please(facts)}${when}报送。${waysAgain(facts, zone)}`,
      contactLine(facts.sender),
    ],
  });
}

export function extensionRefusedSms(facts: MessageFacts, zone: Zone): SmsText {
  const { phone } = facts.sender;
  const no = `${smsUnit(facts)}${periods(facts)}延期申请未能同意`;
  const until = closingShort(earliest(facts), zone);
  return sms(facts, [
    `${no}，报送时间仍为${until}。咨询：${phone}`,
    `${no}，报送时间仍为${until}，详询${phone}`,
    `${no}，仍为${until}，详询${phone}`,
  ]);
}

function stands(about: About, zone: Zone): string {
  const wish = about.refusedWish;
  const until = wish === null ? '延期' : `延至${monthDay(wish.until, dueYear(about))}`;
  const because = wish === null ? '' : `事由：${clause(wish.reason)}。`;
  const what = `${periodLabel(about.period)}${about.returned === null ? '落实情况' : '补充材料'}`;
  const rest = movedByRest(about, zone);
  const note = rest === '' ? '' : `；${rest}`;
  return `${honorific(about.unitName)}关于${what}${until}报送的申请收悉，经研究未能同意。${because}报送时间仍为${closing(about, zone)}${note}。`;
}
