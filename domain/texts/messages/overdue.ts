/** 催报, 催办, 督办: what is said once a report is overdue, from the record of what was done before. */

import { dueYear, firstOf, makeGoodBy } from '../due-day.ts';
import type { About } from '../facts.ts';
import { list, text, type Values } from './spec.ts';
import { type Asked, MESSAGE, message, UNIT, unit } from './unit-mail.ts';

const OVERDUE_UNIT = {
  ...UNIT,
  missing: text(
    '还没收到的内容，如“贵局牵头的第9、15项2018年上半年落实情况”',
    'what has not come yet',
  ),
  was_due: text('应报的日期，如“7月15日（按规定顺延至7月16日）”', 'the day that was missed'),
  so_far: text(
    '之前做过什么，如“我局6月22日通知，…，截至17日10:30”',
    'what was done before, up to now',
  ),
  reason: text('退回时要求补充的内容；没有退回则为空', 'what a return asks for; or empty'),
  promised: text('电话里答复的日期；没有则为空', 'the day promised on the telephone; or empty'),
} as const;

/** Also of 督办 to the unit, where a plan's policy wants that. */
export const CHASE = {
  ...MESSAGE,
  units: list('每个单位一行', 'one entry for each unit', OVERDUE_UNIT),
  ways: text('报送方式', 'ways to report'),
} as const;

export function chaseVariables(asked: Asked): Values<typeof CHASE> {
  const { facts, zone, say } = asked;
  return {
    ...message(asked),
    units: facts.about.map((about) => overdueUnit(about, asked)),
    ways: say.waysAgain(facts, zone),
  };
}

export const PRESS = {
  ...CHASE,
  make_good: text(
    '补报期限，如“7月20日（星期五）”；没有或已过则为空',
    'the day to make good; or empty',
  ),
  compile_on: text(
    '汇总日，如“7月30日”；已过则为空',
    'the day of compiling; empty once it is over',
  ),
} as const;

export function pressVariables(asked: Asked): Values<typeof PRESS> {
  const { facts, zone, say } = asked;
  const about = firstOf(facts);
  const today = zone.dayOf(facts.asOf);
  const by = makeGoodBy(about, today);
  return {
    ...chaseVariables(asked),
    make_good: by === null ? '' : say.withWeekday(by, dueYear(about)),
    compile_on: about.compileOn < today ? '' : say.monthDay(about.compileOn, dueYear(about)),
  };
}

export const LETTER = {
  ...PRESS,
  leader: text('分管领导姓名；未登记则为空', 'name of the leader in charge; or empty'),
} as const;

export const letterVariables = (asked: Asked): Values<typeof LETTER> => ({
  ...pressVariables(asked),
  leader: asked.facts.person.name,
});

function overdueUnit(about: About, { facts, zone, say }: Asked): Values<typeof OVERDUE_UNIT> {
  const year = dueYear(about);
  const voice = { us: say.us(facts.sender.bureau), them: say.you(about.unitName) };
  return {
    ...unit(about, facts, say),
    missing: say.missing(about),
    was_due: say.wasDue(about),
    so_far: say.soFar(about, facts.asOf, zone, voice),
    reason: about.returned === null ? '' : say.clause(about.returned.reason),
    promised: about.promisedOn === null ? '' : say.monthDay(about.promisedOn, year),
  };
}

/** 督办单: only ever a draft for the city government's office, and the mail that covers it. Rule 8 of the field. */
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
