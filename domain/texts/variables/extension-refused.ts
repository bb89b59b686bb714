/** 延期答复: the bureau has not agreed to a later date; why, and the date that stands. Rule 12 of the field. */
import { dueYear, isOver } from '../due-day.ts';
import { flag, list, text, type Values } from '../messages/spec.ts';
import { type Asked, MESSAGE, message, UNIT, unit } from '../messages/unit-mail.ts';

export const EXTENSION_REFUSED = {
  ...MESSAGE,
  over: flag('截止时间已过', 'the due time is over'),
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    period: text('报送期，如“2018年上半年”', 'the half-year'),
    returned: flag('申请的是退回后补充材料的时间', 'the wish was for additions after a return'),
    until: text('申请延至的日期；没有则为空', 'the day that was asked for; or empty'),
    reason: text('不同意的事由；没有则为空', 'why not; or empty'),
    due: text('仍然有效的时间，如“7月15日（星期日，含当日）24:00”', 'the date that stands'),
    notes: text(
      '以“；”开头的顺延说明；没有则为空',
      'what moved the date, after a semicolon; or empty',
    ),
  }),
  ways: text('报送方式', 'ways to report'),
} as const;

export function extensionRefusedVariables(asked: Asked): Values<typeof EXTENSION_REFUSED> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    over: facts.about.some((about) => isOver(about, facts.asOf)),
    units: facts.about.map((about) => {
      const wish = about.refusedWish;
      return {
        ...unit(about, facts, say),
        period: say.period(about.period),
        returned: about.returned !== null,
        until: wish === null ? '' : say.monthDay(wish.until, dueYear(about)),
        reason: wish === null ? '' : say.clause(wish.reason),
        due: say.closing(about, zone),
        notes: say.movedByRest(about, zone),
      };
    }),
    ways: say.waysAgain(facts, zone),
  };
}
