/** 督办单: only ever a draft for the city government's office, and the mail that covers it. Rule 8 of the field. */
import { dueYear, makeGoodBy } from '../due-day.ts';
import { list, text, type Values } from '../messages/spec.ts';
import { type Asked, MESSAGE, message, UNIT, unit } from '../messages/unit-mail.ts';

export const SLIP = {
  ...MESSAGE,
  year: text('年份，如“2018”', 'the year'),
  items: text('所报事项，如“第9、15项”；没有则为空', 'the items; or empty'),
  units: list('每个单位一行', 'one entry for each unit', {
    ...UNIT,
    was_due: text('应报的日期，如“7月15日（按规定顺延至7月16日）”', 'the day that was missed'),
    so_far: text(
      '之前做过什么，如“市金融局6月22日通知，…，截至23日9时”',
      'what was done before, up to now',
    ),
    them: text('“该局”', '“the unit”'),
    confirmed_on: text('签收通知的日期；没有则为空', 'the day the notice was confirmed; or empty'),
    make_good: text(
      '补报期限，如“7月25日（星期三）”；没有或已过则为空',
      'the day to make good; or empty',
    ),
  }),
} as const;

export function slipVariables(asked: Asked): Values<typeof SLIP> {
  const { facts, zone, say } = asked;
  const today = zone.dayOf(facts.asOf);
  return {
    ...message(asked),
    year: today.slice(0, 4),
    items: say.items(facts.about.flatMap((about) => about.items.map((item) => item.no))),
    units: facts.about.map((about) => {
      const year = dueYear(about);
      const them = say.them(about.unitName);
      const by = makeGoodBy(about, today);
      const { confirmedAt } = about;
      return {
        ...unit(about, facts, say),
        was_due: say.wasDue(about),
        so_far: say.soFar(about, facts.asOf, zone, { us: facts.sender.bureau, them }),
        them,
        confirmed_on: confirmedAt === null ? '' : say.monthDay(zone.dayOf(confirmedAt), year),
        make_good: by === null ? '' : say.withWeekday(by, year),
      };
    }),
  };
}
