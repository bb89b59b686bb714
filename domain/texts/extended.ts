/** 延期: a unit's date has been moved; later when it asked for time, earlier again when that was withdrawn. */
import type { About, MailText, MessageFacts, SmsText } from '../facts.ts';
import type { Zone } from '../time.ts';
import { addressees, forEachUnit, honorific, please } from './address.ts';
import { monthDay, periodLabel } from './dates.ts';
import { closing, closingShort, commonDate, dueYear, earliest, movedByRest } from './deadline.ts';
import { contactLine, mail, sms } from './frame.ts';
import { clause, periods, smsReport, waysAgain } from './ways.ts';

export function extendedMail(facts: MessageFacts, zone: Zone): MailText {
  return mail(facts, zone, {
    subject: `${periods(facts)}报送时间${verb(earliest(facts))}${commonDate(facts, (day) => day) || '新的日期'}`,
    salutation: addressees(facts),
    paragraphs: [
      forEachUnit(facts, (about) => moved(about, zone)),
      `${please(facts)}按调整后的时间报送，原定日期在记录中保留。${waysAgain(facts, zone)}`,
      contactLine(facts.sender),
    ],
  });
}

export function extendedSms(facts: MessageFacts, zone: Zone): SmsText {
  const about = earliest(facts);
  const { phone } = facts.sender;
  const now = `${smsReport(facts)}报送时间${verb(about)}${closingShort(about, zone)}`;
  return sms(facts, [`${now}。咨询：${phone}`, `${now}，详询${phone}`]);
}

function moved(about: About, zone: Zone): string {
  const unit = honorific(about.unitName);
  const report = `${periodLabel(about.period)}落实情况的报送时间`;
  const to = closing(about, zone);
  const rest = movedByRest(about, zone);
  const note = rest === '' ? '' : `；${rest}`;
  if (about.extended === null || about.extended.previous === about.extended.until)
    return `${unit}${report}调整为${to}${note}。`;
  const from = monthDay(about.extended.previous, dueYear(about));
  const reason = clause(about.extended.reason);
  const because = reason === '' ? '' : `事由：${reason}。`;
  return isLater(about)
    ? `${unit}${report}由${from}延至${to}${note}。${because}`
    : `${unit}${report}由${from}调整为${to}${note}。${because}`;
}

const verb = (about: About): string => (isLater(about) ? '延至' : '调整为');

const isLater = (about: About): boolean =>
  about.extended !== null && about.extended.previous < about.extended.until;
