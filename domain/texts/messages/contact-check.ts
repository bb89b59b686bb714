/** 核对联络员: whether the people that units name still hold, asked of one person before a round opens. */

import type { ContactDetails } from '../../plan/plan.ts';
import { yearOf } from '../../time/dates-in-words.ts';
import type { Day, Instant, Zone } from '../../time/time.ts';
import type { Sender } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { LETTERHEAD, letterhead } from './letterhead.ts';
import { list, text, type Values } from './spec.ts';

export type ContactCheckFacts = {
  readonly sender: Sender;
  readonly period: string;
  readonly opensOn: Day;
  readonly nominalDue: Day;
  readonly standsInFor: string | null;
  readonly units: readonly {
    readonly unitName: string;
    readonly addressee: string;
    readonly liaison: ContactDetails | null;
    readonly deputy: ContactDetails | null;
  }[];
  /** Where it is answered, an address on 政务外网. */
  readonly online: string | undefined;
  readonly asOf: Instant;
  readonly demonstration: boolean;
};

export const CONTACT_CHECK = {
  ...LETTERHEAD,
  addressees: text('主送单位，几个单位用顿号连接', 'the units it is addressed to'),
  period: text('报送期，如“2018年上半年”', 'the half-year'),
  opens_on: text('报送通知发出的日子，如“6月22日”', 'the day on which the notice goes out'),
  due: text('截止日，如“7月15日”', 'the due day'),
  units: list('每个单位一段', 'one entry for each unit', {
    name: text('单位名称', 'the unit’s name'),
    liaison: text(
      '登记的联络员：姓名、邮箱、手机（中间四位隐去）、座机；没有则为“未登记”',
      'the liaison on file, mobile masked',
    ),
    deputy: text('登记的备用联络员，写法相同', 'the deputy on file, likewise'),
  }),
  page: text(
    '答复的网页；不能在线办理时为空',
    'the page on which it is answered; empty where there is none',
  ),
} as const;

export function contactCheckVariables(
  facts: ContactCheckFacts,
  zone: Zone,
  say: Grammar,
): Values<typeof CONTACT_CHECK> {
  const { units, online, nominalDue } = facts;
  const year = yearOf(nominalDue);
  return {
    ...letterhead(facts, zone, say),
    addressees: say.listed(units.map(({ addressee }) => addressee)),
    period: say.period(facts.period),
    opens_on: say.monthDay(facts.opensOn, year),
    due: say.monthDay(nominalDue, year),
    units: units.map(({ unitName, liaison, deputy }) => ({
      name: unitName,
      liaison: say.onFile(liaison),
      deputy: say.onFile(deputy),
    })),
    page: online === undefined ? '' : `${online}/mine/contacts`,
  };
}
