/** 提醒 and 截止日: messages before and on the due day. */

import { isReturned, noticeMailedOn } from '../done-before.ts';
import { dueYear, isPastDue } from '../due-day.ts';
import { type Asked, DATES, MESSAGE, MISSING, REASON, unitsWith, WAYS } from './unit-mail.ts';
import { flag, list, text, type Variables } from './variables.ts';

export const REMINDER: Variables<Asked> = {
  ...MESSAGE,
  returned: flag('尚缺的都是退回后的补充材料', 'all that is missing was returned', ({ facts }) =>
    isReturned(facts),
  ),
  units: unitsWith({
    missing: MISSING,
    over: flag('截止时间已过', 'the due time is over', ({ about, facts }) =>
      isPastDue(about, facts.asOf),
    ),
    was_due: text('应报的日期', 'the day that was missed', ({ about, say }) => say.wasDue(about)),
    time_left: text(
      '“距7月15日截止还有9天”',
      'the days that are left',
      ({ about, facts, zone, say }) => say.timeLeft(about, facts.asOf, zone),
    ),
    reason: REASON,
  }),
  dates: DATES,
  ways: WAYS,
  unconfirmed: list('尚未签收的通知，按日期', 'notices not yet confirmed, by day', unconfirmed, {
    sent: text('通知的日期，如“6月22日”', 'the day of the notice', (day: string) => day),
  }),
};

export const DUE: Variables<Asked> = {
  ...MESSAGE,
  last_day: flag('今天就是截止日', 'today is the due day', ({ facts, zone }) =>
    facts.about.every((about) => about.effectiveDue === zone.dayOf(facts.asOf)),
  ),
  units: unitsWith({
    missing: MISSING,
    closes: text(
      '“今日24:00截止”“今天是7月15日截止前的最后一个工作日”',
      'what day today is before the deadline',
      ({ about, facts, zone, say }) => say.closes(about, facts.asOf, zone),
    ),
    reason: REASON,
  }),
  dates: DATES,
  ways: WAYS,
};

function unconfirmed({ facts: { about, person }, zone, say }: Asked): string[] {
  const days = about.flatMap((each) => {
    const sent = noticeMailedOn(each, person, zone);
    return sent === null || each.confirmedAt !== null || each.returned !== null
      ? []
      : [say.monthDay(sent, dueYear(each))];
  });
  return [...new Set(days)];
}
