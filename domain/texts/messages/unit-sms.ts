/** What an SMS may name: never a unit, a person, the plan or an address. Rules 8 and 17 of the field. */

import { isRequest, isReturned, noticeMailedOn } from '../done-before.ts';
import { dueYear, earliest, firstOf, makeGoodBy } from '../due-day.ts';
import { isLater } from './replies.ts';
import { flag, text, type Values } from './spec.ts';
import { type Asked, periodsOf } from './unit-mail.ts';

export const SMS = {
  your_report: text(
    '“贵单位2018年上半年工作情况”；退回后为“…补充材料”；几个单位时为“您联系的2个单位…”',
    'the report, without the names of unit and plan',
  ),
  please: text('“请”或“商请”', '“please” or “kindly”'),
  is_request: flag('对方是否只能商请', 'to a unit that can only be asked'),
  phone: text('咨询电话', 'telephone for questions'),
  now: text('发送时刻，如“10:30”“9时”', 'time of sending'),
} as const;

export const smsVariables = (asked: Asked): Values<typeof SMS> =>
  common(asked, isReturned(asked.facts));

const WHEN = text('“于7月15日（周日）24时前”；已过期为“尽快”', '“by …”, or “as soon as possible”');
const WHEN_DAY = text('“于7月15日前”；已过期为“尽快”', 'the same without weekday and time');

export const NOTICE_SMS = { ...SMS, when: WHEN } as const;

export const noticeSms = (asked: Asked): Values<typeof NOTICE_SMS> => ({
  ...smsVariables(asked),
  when: asked.say.sms.when(earliest(asked.facts), asked.facts.asOf, asked.zone),
});

export const REMINDER_SMS = {
  ...NOTICE_SMS,
  when_day: WHEN_DAY,
  knows_by_mail: flag('已收到过通知邮件', 'the notice has reached the reader by mail'),
} as const;

export function reminderSms(asked: Asked): Values<typeof REMINDER_SMS> {
  const { facts, zone, say } = asked;
  const mailed = facts.about.every((about) => noticeMailedOn(about, facts.person, zone) !== null);
  return {
    ...noticeSms(asked),
    when_day: say.sms.whenDay(earliest(facts), facts.asOf),
    knows_by_mail: mailed && !isReturned(facts),
  };
}

export const DUE_SMS = {
  ...SMS,
  closes: text(
    '“今日24时截止”“今日是7月15日截止前最后一个工作日”',
    'what day today is before the deadline',
  ),
  due: text('“7月15日24时”', 'day and time of the deadline'),
} as const;

export function dueSms(asked: Asked): Values<typeof DUE_SMS> {
  const { facts, zone, say } = asked;
  const about = earliest(facts);
  return {
    ...smsVariables(asked),
    closes: say.sms.closes(about, facts.asOf, zone),
    due: say.sms.closesAt(about, zone),
  };
}

export const PRESS_SMS = {
  ...SMS,
  when: text(
    '“于7月20日（周五）前”；没有期限为“尽快”',
    'the day to make good, or “as soon as possible”',
  ),
} as const;

export function pressSms(asked: Asked): Values<typeof PRESS_SMS> {
  const { facts, zone, say } = asked;
  const about = firstOf(facts);
  const by = makeGoodBy(about, zone.dayOf(facts.asOf));
  return { ...smsVariables(asked), when: say.sms.byDay(by, dueYear(about)) };
}

export const RECEIPT_SMS = {
  ...SMS,
  received_at: text(
    '收到的时间，如“7月12日16:05”；没有登记或涉及几个单位时为空',
    'when it was received; empty when there are several units',
  ),
  receipt: text('回执号', 'number of the receipt'),
} as const;

export function receiptSms(asked: Asked): Values<typeof RECEIPT_SMS> {
  const { facts, zone, say } = asked;
  const about = firstOf(facts);
  const submission = facts.about.length === 1 ? about.submission : null;
  return {
    ...common(asked, false),
    received_at:
      submission === null ? '' : say.dayAndClock(submission.receivedAt, zone, dueYear(about)),
    receipt: submission?.receipt ?? '',
  };
}

export const RETURNED_SMS = { ...NOTICE_SMS, when_day: WHEN_DAY } as const;

export function returnedSms(asked: Asked): Values<typeof RETURNED_SMS> {
  const { facts, zone, say } = asked;
  const about = earliest(facts);
  return {
    ...common(asked, false),
    when: say.sms.when(about, facts.asOf, zone),
    when_day: say.sms.whenDay(about, facts.asOf),
  };
}

export const EXTENDED_SMS = {
  ...SMS,
  later: flag('日期是否推后', 'the date was moved to a later day'),
  due: text('新的日期，如“7月20日（周五）24时”', 'the new date'),
} as const;

export function extendedSms(asked: Asked): Values<typeof EXTENDED_SMS> {
  const { facts, zone, say } = asked;
  const about = earliest(facts);
  return { ...smsVariables(asked), later: isLater(about), due: say.sms.closing(about, zone) };
}

export const EXTENSION_REFUSED_SMS = {
  ...SMS,
  your_wish: text('“贵单位2018年上半年延期申请”', 'the wish for a later date'),
  due: text('仍然有效的时间，如“7月15日（周日）24时”', 'the date that stands'),
} as const;

export function extensionRefusedSms(asked: Asked): Values<typeof EXTENSION_REFUSED_SMS> {
  const { facts, zone, say } = asked;
  return {
    ...smsVariables(asked),
    your_wish: say.sms.wish(unitsIn(facts), periodsOf(facts, say)),
    due: say.sms.closing(earliest(facts), zone),
  };
}

function common({ facts, zone, say }: Asked, more: boolean): Values<typeof SMS> {
  return {
    your_report: say.sms.report(unitsIn(facts), periodsOf(facts, say), more),
    please: say.please(isRequest(facts)),
    is_request: isRequest(facts),
    phone: facts.sender.phone,
    now: say.clock(zone.timeOf(facts.asOf)),
  };
}

/** A unit that owes by two plans is one unit. */
const unitsIn = ({ about }: Asked['facts']): number =>
  new Set(about.map(({ unitName }) => unitName)).size;
