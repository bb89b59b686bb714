/** 退回: a report needs something more. That it first came on time stays on the record. Rules 3 and 12 of the field. */
import type { About, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, forEachUnit, honorific, please } from './address.ts';
import { monthDay, periodLabel } from './dates.ts';
import { askByWhen, byWhenShort, commonDate, dueDay, dueYear, earliest } from './deadline.ts';
import { contactLine, mail, sms } from './frame.ts';
import { clause, periods, smsArrived, waysAgain } from './ways.ts';

export function returnedMail(facts: MessageFacts, zone: Zone): MailText {
  return mail(facts, zone, {
    subject: `${please(facts)}补充${periods(facts)}材料${commonDate(facts, (day) => `（${day}前）`)}`,
    salutation: addressees(facts),
    paragraphs: [
      forEachUnit(facts, (about) => `${comeIn(about, zone)}${toMend(about, facts)}`),
      `${askByWhen(facts, zone)}其余内容不必重填；涉及结论变动的，请再送分管领导审核。`,
      waysAgain(facts, zone),
      contactLine(facts.sender),
    ],
  });
}

export function returnedSms(facts: MessageFacts, zone: Zone): SmsText {
  const about = earliest(facts);
  const { phone } = facts.sender;
  const start = `${smsArrived(facts)}收悉，${please(facts)}`;
  return sms(facts, [
    `${start}${byWhenShort(about, facts.asOf, zone)}补充材料，具体内容请电${phone}`,
    `${start}于${monthDay(dueDay(about), dueYear(about))}前补充材料，详询${phone}`,
  ]);
}

function comeIn(about: About, zone: Zone): string {
  const unit = honorific(about.unitName);
  const { submission } = about;
  const report = `${periodLabel(about.period)}落实情况`;
  if (submission === null) return `${unit}${report}收悉。`;
  const day = monthDay(zone.dayOf(submission.receivedAt), dueYear(about));
  const kept = submission.late ? '' : '，按期报送的记录不变';
  return `${unit}${day}报送的${report}收悉${kept}。`;
}

const toMend = (about: About, facts: MessageFacts): string =>
  `${please(facts)}补充完善${about.returned === null ? '' : `：${clause(about.returned.reason)}`}。`;
