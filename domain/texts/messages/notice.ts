/** 报送通知: the first message of a round, with the form and a calendar entry. */

import { isFirstHalf } from '../../time/dates-in-words.ts';
import { dueDay, dueYear, isPastDue } from '../due-day.ts';
import { type Asked, type AskedUnit, datesWith, MESSAGE, unitsWith, WAS_DUE } from './unit-mail.ts';
import { flag, text, type Variables } from './variables.ts';

export const NOTICE: Variables<Asked> = {
  ...MESSAGE,
  units: unitsWith({
    what: text('报什么，如“贵局牵头的第9、15项”', 'what to report on', ({ about, say }) =>
      say.what(about),
    ),
    months: text('覆盖的月份，如“2018年1—6月”', 'the months covered', ({ about, say }) =>
      say.periodMonths(about.period),
    ),
    is_town: flag('是否镇区', 'it is a town', ({ about }) => about.isTown),
    optional: text(
      '镇区选填的事项，如“第15、17项”',
      'items a town may leave out',
      ({ about, say }) => (about.isTown ? say.items(about.optionalItems) : ''),
    ),
    nothing_live: flag(
      '本期没有在办的事项（作零报告）',
      'nothing is live in this period',
      ({ about }) => about.items.length === 0,
    ),
  }),
  dates: datesWith({
    over: flag('截止时间已过', 'the due time is over', isOver),
    was_due: WAS_DUE,
    deadline: text(
      '“7月15日（星期日，含当日）24:00前”连同顺延等说明',
      'by when, with every explanation',
      ({ about, zone, say }) => say.deadline(about, zone),
    ),
    earlier: text(
      '之前最后一个工作日，可提前报送；没有则为空',
      'the last working day before; or empty',
      earlier,
    ),
  }),
  ways: text('报送方式', 'ways to report', ({ facts, say }) => say.waysWithForm(facts)),
  ways_to_confirm: text('签收的办法', 'ways to confirm', ({ facts, say }) =>
    say.waysToConfirm(facts),
  ),
  // The January report is in practice also the report of the year; its form asks for cumulative figures.
  whole_year: flag(
    '是否下半年，需注明全年累计数',
    'a second half-year, with figures of the year',
    ({ facts }) => !facts.about.every((each) => isFirstHalf(each.period)),
  ),
};

function isOver({ about, facts }: AskedUnit): boolean {
  return isPastDue(about, facts.asOf);
}

function earlier(asked: AskedUnit): string {
  const { about, facts, zone, say } = asked;
  const day = about.lastWorkdayBefore;
  if (isOver(asked) || day === null || day >= dueDay(about) || day < zone.dayOf(facts.asOf)) {
    return '';
  }
  return say.withWeekday(day, dueYear(about));
}
