/** What the text for the work group may name: dates and numbers, never a unit, a person, the plan or an address. */
import type { GroupFacts } from '../../group-text.ts';
import { yearOf } from '../../time/dates-in-words.ts';
import type { Zone } from '../../time/time.ts';
import type { Grammar } from '../language/grammar.ts';
import { flag, number, text, type Values } from './spec.ts';

export const GROUP_TEXT = {
  period: text('报送期，如“2018年上半年”', 'the half-year'),
  over: flag('截止时间已过', 'the due time is over'),
  last_day: flag('今天就是截止日', 'today is the due day'),
  due: text('截止的时间，如“7月15日（周日）24时”', 'day and time of the deadline'),
  time: text('截止的时刻，如“24时”', 'the time alone'),
  was_due: text('应报的日期，如“7月15日”', 'the due day alone'),
  moved_to: text(
    '按规定顺延至的日子，如“7月16日”；没有顺延则为空',
    'the day it was moved to by the rules; or empty',
  ),
  reported: number('已报单位数', 'how many units have reported'),
  missing: number('未报单位数，可能为 0', 'how many are missing; may be 0'),
  not_yet_due: number(
    '未报中另有期限、还没到期的单位数',
    'how many of the missing have a later date of their own',
  ),
  phone: text('咨询电话', 'telephone for questions'),
  now: text('现在的时刻，如“10:30”“9时”', 'the time of day'),
} as const;

export function groupTextVariables(
  { period, due, asOf, reported, missing, notYetDue, sender }: GroupFacts,
  zone: Zone,
  say: Grammar,
): Values<typeof GROUP_TEXT> {
  const year = yearOf(due.nominal);
  const over = asOf > due.at;
  const dated = { nominalDue: due.nominal, effectiveDue: due.effective, dueAt: due.at };
  return {
    period: say.period(period),
    over,
    last_day: !over && zone.dayOf(asOf) === due.effective,
    due: say.sms.closing(dated, zone),
    time: say.sms.closingTime(due.at, zone),
    was_due: say.monthDay(due.nominal, year),
    moved_to: due.effective > due.nominal ? say.monthDay(due.effective, year) : '',
    reported,
    missing,
    not_yet_due: notYetDue,
    phone: sender.phone,
    now: say.clock(zone.timeOf(asOf)),
  };
}
