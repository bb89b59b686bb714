/** 提醒 and 截止日: what a unit is told before and on the due day. */

import type { Zone } from '../../time/time.ts';
import { isReturned, noticeMailedOn } from '../done-before.ts';
import { dueYear, isPastDue } from '../due-day.ts';
import type { About, MessageFacts } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { flag, list, text, type Values } from './spec.ts';
import { type Asked, DATES, dates, MESSAGE, message, UNIT, unit } from './unit-mail.ts';

const MISSING = text(
  '还没收到的内容，如“贵局牵头的第9、15项2018年上半年落实情况”',
  'what has not come yet',
);
const WAYS = text('报送方式', 'ways to report');
const REASON = text('退回时要求补充的内容；没有退回则为空', 'what a return asks for; or empty');

export const REMINDER = {
  ...MESSAGE,
  returned: flag('尚缺的都是退回后的补充材料', 'all that is missing was returned'),
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    missing: MISSING,
    over: flag('截止时间已过', 'the due time is over'),
    was_due: text('应报的日期', 'the day that was missed'),
    time_left: text('“距7月15日截止还有9天”', 'the days that are left'),
    reason: REASON,
  }),
  dates: DATES,
  ways: WAYS,
  unconfirmed: list('尚未签收的通知，按日期', 'notices not yet confirmed, by day', {
    sent: text('通知的日期，如“6月22日”', 'the day of the notice'),
  }),
} as const;

export function reminderVariables(asked: Asked): Values<typeof REMINDER> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    returned: isReturned(facts),
    units: facts.about.map((about) => ({
      ...unit(about, facts, say),
      missing: say.missing(about),
      over: isPastDue(about, facts.asOf),
      was_due: say.wasDue(about),
      time_left: say.timeLeft(about, facts.asOf, zone),
      reason: reasonOf(about, say),
    })),
    dates: dates(asked),
    ways: say.waysAgain(facts, zone),
    unconfirmed: unconfirmed(facts, zone, say),
  };
}

export const DUE = {
  ...MESSAGE,
  last_day: flag('今天就是截止日', 'today is the due day'),
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    missing: MISSING,
    closes: text(
      '“今日24:00截止”“今天是7月15日截止前的最后一个工作日”',
      'what day today is before the deadline',
    ),
    reason: REASON,
  }),
  dates: DATES,
  ways: WAYS,
} as const;

export function dueVariables(asked: Asked): Values<typeof DUE> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    last_day: facts.about.every((about) => about.effectiveDue === zone.dayOf(facts.asOf)),
    units: facts.about.map((about) => ({
      ...unit(about, facts, say),
      missing: say.missing(about),
      closes: say.closes(about, facts.asOf, zone),
      reason: reasonOf(about, say),
    })),
    dates: dates(asked),
    ways: say.waysAgain(facts, zone),
  };
}

const reasonOf = ({ returned }: About, say: Grammar): string =>
  returned === null ? '' : say.clause(returned.reason);

function unconfirmed({ about, person }: MessageFacts, zone: Zone, say: Grammar) {
  const days = about.flatMap((each) => {
    const sent = noticeMailedOn(each, person, zone);
    return sent === null || each.confirmedAt !== null || each.returned !== null
      ? []
      : [say.monthDay(sent, dueYear(each))];
  });
  return [...new Set(days)].map((sent) => ({ sent }));
}
