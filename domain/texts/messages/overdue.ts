/** 催报, 催办, 督办: messages about an overdue report. */

import { dueYear, firstOf, makeGoodBy } from '../due-day.ts';
import type { About } from '../facts.ts';
import { type Asked, MESSAGE, MISSING, REASON, unitsWith, WAS_DUE, WAYS } from './unit-mail.ts';
import { text, type Variables } from './variables.ts';

export const CHASE: Variables<Asked> = {
  ...MESSAGE,
  units: unitsWith({
    missing: MISSING,
    was_due: WAS_DUE,
    so_far: text(
      '之前做过什么，如“我局6月22日通知，…，截至17日10:30”',
      'what was done before, up to now',
      ({ about, facts, zone, say }) =>
        say.soFar(about, facts.asOf, zone, {
          us: say.us(facts.sender.bureau),
          them: say.you(about.unitName),
        }),
    ),
    reason: REASON,
    promised: text(
      '电话里答复的日期；没有则为空',
      'the day promised on the telephone; or empty',
      ({ about, say }) =>
        about.promisedOn === null ? '' : say.monthDay(about.promisedOn, dueYear(about)),
    ),
  }),
  ways: WAYS,
};

export const PRESS: Variables<Asked> = {
  ...CHASE,
  make_good: text(
    '补报期限，如“7月20日（星期五）”；没有或已过则为空',
    'the day to make good; or empty',
    (asked) => makeGoodDay(asked, firstOf(asked.facts)),
  ),
  compile_on: text(
    '汇总日，如“7月30日”；已过则为空',
    'the day of compiling; empty once it is over',
    ({ facts, zone, say }) => {
      const about = firstOf(facts);
      const isPast = about.compileOn < zone.dayOf(facts.asOf);
      return isPast ? '' : say.monthDay(about.compileOn, dueYear(about));
    },
  ),
};

export const LETTER: Variables<Asked> = {
  ...PRESS,
  leader: text(
    '分管领导姓名；未登记则为空',
    'name of the leader in charge; or empty',
    ({ facts }) => facts.person.name,
  ),
};

/** 督办单, a draft for the city government's office (docs/rules.md, rule 8), and the mail with it. */
export const SLIP: Variables<Asked> = {
  ...MESSAGE,
  year: text('年份，如“2018”', 'the year', ({ facts, zone }) => zone.dayOf(facts.asOf).slice(0, 4)),
  items: text('所报事项，如“第9、15项”；没有则为空', 'the items; or empty', ({ facts, say }) =>
    say.items(facts.about.flatMap((about) => about.items.map((item) => item.no))),
  ),
  units: unitsWith({
    was_due: WAS_DUE,
    so_far: text(
      '之前做过什么，如“市金融局6月22日通知，…，截至23日9时”',
      'what was done before, up to now',
      ({ about, facts, zone, say }) =>
        say.soFar(about, facts.asOf, zone, {
          us: facts.sender.bureau,
          them: say.them(about.unitName),
        }),
    ),
    them: text('“该局”', '“the unit”', ({ about, say }) => say.them(about.unitName)),
    confirmed_on: text(
      '签收通知的日期；没有则为空',
      'the day the notice was confirmed; or empty',
      ({ about, zone, say }) =>
        about.confirmedAt === null
          ? ''
          : say.monthDay(zone.dayOf(about.confirmedAt), dueYear(about)),
    ),
    make_good: text(
      '补报期限，如“7月25日（星期三）”；没有或已过则为空',
      'the day to make good; or empty',
      (asked) => makeGoodDay(asked, asked.about),
    ),
  }),
};

function makeGoodDay({ facts, zone, say }: Asked, about: About): string {
  const by = makeGoodBy(about, zone.dayOf(facts.asOf));
  return by === null ? '' : say.withWeekday(by, dueYear(about));
}
