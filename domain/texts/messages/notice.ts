/** 报送通知: the first message of a round, with the form and a calendar entry. */

import { isFirstHalf } from '../../time/dates-in-words.ts';
import type { Day, Zone } from '../../time/time.ts';
import { dueDay, dueYear, isPastDue } from '../due-day.ts';
import type { About } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { flag, list, text, type Values } from './spec.ts';
import { type Asked, MESSAGE, message, onceIfAlike, UNIT, unit } from './unit-mail.ts';

export const NOTICE = {
  ...MESSAGE,
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    what: text('报什么，如“贵局牵头的第9、15项”', 'what to report on'),
    months: text('覆盖的月份，如“2018年1—6月”', 'the months covered'),
    is_town: flag('是否镇区', 'it is a town'),
    optional: text('镇区选填的事项，如“第15、17项”', 'items a town may leave out'),
    nothing_live: flag('本期没有在办的事项（作零报告）', 'nothing is live in this period'),
  }),
  dates: list('报送时间，各单位相同时只有一行', 'by when; one entry when all are due alike', {
    lead: text(
      '各单位日期不同时为换行和“单位名：”，否则为空',
      'a new line and the unit’s name when dates differ',
    ),
    over: flag('截止时间已过', 'the due time is over'),
    was_due: text('应报的日期，如“7月15日（按规定顺延至7月16日）”', 'the day that was missed'),
    deadline: text(
      '“7月15日（星期日，含当日）24:00前”连同顺延等说明',
      'by when, with every explanation',
    ),
    earlier: text(
      '之前最后一个工作日，可提前报送；没有则为空',
      'the last working day before; or empty',
    ),
  }),
  ways: text('报送方式', 'ways to report'),
  ways_to_confirm: text('签收的办法', 'ways to confirm'),
  whole_year: flag('是否下半年，需注明全年累计数', 'a second half-year, with figures of the year'),
} as const;

export function noticeVariables(asked: Asked): Values<typeof NOTICE> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    units: facts.about.map((about) => ({
      ...unit(about, facts, say),
      what: say.what(about),
      months: say.periodMonths(about.period),
      is_town: about.isTown,
      optional: about.isTown ? say.items(about.optionalItems) : '',
      nothing_live: about.items.length === 0,
    })),
    dates: onceIfAlike(facts, say, (about) => {
      const over = isPastDue(about, facts.asOf);
      return {
        over,
        was_due: say.wasDue(about),
        deadline: say.deadline(about, zone),
        earlier: over ? '' : earlier(about, facts.asOf, zone, say),
      };
    }),
    ways: say.waysWithForm(facts),
    ways_to_confirm: say.waysToConfirm(facts),
    // The January report is in practice also that of the year; the form asks for the cumulative figure in the same box.
    whole_year: !facts.about.every((each) => isFirstHalf(each.period)),
  };
}

function earlier(about: About, asOf: Asked['facts']['asOf'], zone: Zone, say: Grammar): string {
  const day: Day | null = about.lastWorkdayBefore;
  if (day === null || day >= dueDay(about) || day < zone.dayOf(asOf)) return '';
  return say.withWeekday(day, dueYear(about));
}
