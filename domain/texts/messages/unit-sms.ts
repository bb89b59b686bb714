/** Variables of SMS: never a unit, a person, the plan or an address (docs/rules.md, rules 8 and 17). */

import { isRequest, isReturned, noticeMailedOn } from '../done-before.ts';
import { dueYear, earliest, firstOf, makeGoodBy } from '../due-day.ts';
import { isLater } from './replies.ts';
import { type Asked, periodsOf } from './unit-mail.ts';
import { flag, text, type Variables } from './variables.ts';

/** @param isMore the report is an addition to one that was handed in */
const smsAbout = (isMore: (asked: Asked) => boolean): Variables<Asked> => ({
  your_report: text(
    '“贵单位2018年上半年工作情况”；退回后为“…补充材料”；几个单位时为“您联系的2个单位…”',
    'the report, without the names of unit and plan',
    (asked) => asked.say.sms.report(unitsIn(asked), periodsOf(asked), isMore(asked)),
  ),
  please: text('“请”或“商请”', '“please” or “kindly”', ({ facts, say }) =>
    say.please(isRequest(facts)),
  ),
  is_request: flag('对方是否只能商请', 'to a unit that can only be asked', ({ facts }) =>
    isRequest(facts),
  ),
  phone: text('咨询电话', 'telephone for questions', ({ facts }) => facts.sender.phone),
  now: text('发送时刻，如“10:30”“9时”', 'time of sending', ({ facts, zone, say }) =>
    say.clock(zone.timeOf(facts.asOf)),
  ),
});

/** A unit with obligations in two plans counts once. */
const unitsIn = ({ facts }: Asked): number =>
  new Set(facts.about.map(({ unitName }) => unitName)).size;

export const SMS = smsAbout(({ facts }) => isReturned(facts));
/** About a report that was handed in. */
const SMS_ABOUT_REPORT = smsAbout(() => false);

const WHEN = text<Asked>(
  '“于7月15日（周日）24时前”；已过期为“尽快”',
  '“by …”, or “as soon as possible”',
  ({ facts, zone, say }) => say.sms.when(earliest(facts), facts.asOf, zone),
);
const WHEN_DAY = text<Asked>(
  '“于7月15日前”；已过期为“尽快”',
  'the same without weekday and time',
  ({ facts, say }) => say.sms.whenDay(earliest(facts), facts.asOf),
);

export const NOTICE_SMS: Variables<Asked> = { ...SMS, when: WHEN };

export const REMINDER_SMS: Variables<Asked> = {
  ...NOTICE_SMS,
  when_day: WHEN_DAY,
  knows_by_mail: flag(
    '已收到过通知邮件',
    'the notice has reached the reader by mail',
    ({ facts, zone }) =>
      !isReturned(facts) &&
      facts.about.every((about) => noticeMailedOn(about, facts.person, zone) !== null),
  ),
};

export const DUE_SMS: Variables<Asked> = {
  ...SMS,
  closes: text(
    '“今日24时截止”“今日是7月15日截止前最后一个工作日”',
    'what day today is before the deadline',
    ({ facts, zone, say }) => say.sms.closes(earliest(facts), facts.asOf, zone),
  ),
  due: text('“7月15日24时”', 'day and time of the deadline', ({ facts, zone, say }) =>
    say.sms.closesAt(earliest(facts), zone),
  ),
};

export const PRESS_SMS: Variables<Asked> = {
  ...SMS,
  when: text(
    '“于7月20日（周五）前”；没有期限为“尽快”',
    'the day to make good, or “as soon as possible”',
    ({ facts, zone, say }) => {
      const about = firstOf(facts);
      return say.sms.byDay(makeGoodBy(about, zone.dayOf(facts.asOf)), dueYear(about));
    },
  ),
};

export const RECEIPT_SMS: Variables<Asked> = {
  ...SMS_ABOUT_REPORT,
  received_at: text(
    '收到的时间，如“7月12日16:05”；没有登记或涉及几个单位时为空',
    'when it was received; empty when there are several units',
    ({ facts, zone, say }) => {
      const about = firstOf(facts);
      const at = onlySubmission(facts)?.receivedAt;
      return at === undefined ? '' : say.dayAndClock(at, zone, dueYear(about));
    },
  ),
  receipt: text(
    '回执号',
    'number of the receipt',
    ({ facts }) => onlySubmission(facts)?.receipt ?? '',
  ),
};

const onlySubmission = ({ about }: Asked['facts']) =>
  about.length === 1 ? about[0]?.submission : null;

export const RETURNED_SMS: Variables<Asked> = {
  ...SMS_ABOUT_REPORT,
  when: WHEN,
  when_day: WHEN_DAY,
};

export const EXTENDED_SMS: Variables<Asked> = {
  ...SMS,
  later: flag('日期是否推后', 'the date was moved to a later day', ({ facts }) =>
    isLater(earliest(facts)),
  ),
  due: text('新的日期，如“7月20日（周五）24时”', 'the new date', ({ facts, zone, say }) =>
    say.sms.closing(earliest(facts), zone),
  ),
};

export const EXTENSION_REFUSED_SMS: Variables<Asked> = {
  ...SMS,
  your_wish: text('“贵单位2018年上半年延期申请”', 'the wish for a later date', (asked) =>
    asked.say.sms.extensionRequest(unitsIn(asked), periodsOf(asked)),
  ),
  due: text(
    '仍然有效的时间，如“7月15日（周日）24时”',
    'the date that stands',
    ({ facts, zone, say }) => say.sms.closing(earliest(facts), zone),
  ),
};
