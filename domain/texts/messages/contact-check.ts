/** 核对联络员: whether the people that units name still hold, asked of one person before a round opens. */

import type { MailText } from '../../delivery/message-text.ts';
import type { Obligation } from '../../obligation/obligation.ts';
import { type Reached, together } from '../../people/leave.ts';
import { firstContact, type Roster } from '../../people/recipient.ts';
import type { ContactDetails, Plan, Role } from '../../plan/plan.ts';
import type { Wording } from '../../plan/text-names.ts';
import type { RoundDates } from '../../round/round.ts';
import { yearOf } from '../../time/dates-in-words.ts';
import type { Day, Instant, Zone } from '../../time/time.ts';
import { senderOf } from '../about.ts';
import { mailOf, marked, toStandIn } from '../engine/frame.ts';
import type { Sender } from '../facts.ts';
import type { Grammar } from '../language/grammar.ts';
import { grammarOf } from '../language/grammar-of.ts';
import { LETTERHEAD, letterhead } from './letterhead.ts';
import type { Sample, SampleRound } from './situations.ts';
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

/** The facts of the question to one person about their units: by the sender from the record, by a preview from the plan. */
type Question = {
  readonly plan: Plan;
  readonly zone: Zone;
  readonly roster: Roster;
  readonly period: string;
  readonly dates: Pick<RoundDates, 'due' | 'opensAt'>;
  /** By code, in the order of the codes: whoever is claimed first, the text is the same. */
  readonly units: readonly { readonly unit: string; readonly person: Reached }[];
  readonly online: string | undefined;
  readonly asOf: Instant;
  readonly demonstration: boolean;
};

export function askAbout(question: Question): MailText & { readonly person: Reached } {
  const { plan, zone, roster, dates, units } = question;
  const [first, ...others] = units.map(({ person }) => person);
  if (!first) throw new Error('a question about no unit');
  const person = together([first, ...others]);
  const words = contactCheckMail(
    plan,
    {
      ...question,
      sender: senderOf(plan),
      opensOn: zone.dayOf(dates.opensAt),
      nominalDue: dates.due.nominal,
      standsInFor: person.standsInFor,
      units: units.map(({ unit }) => {
        const found = plan.units.find(({ code }) => code === unit);
        return {
          unitName: found?.name ?? unit,
          addressee: found?.addressee ?? unit,
          liaison: firstContact(roster, unit, 'liaison'),
          deputy: firstContact(roster, unit, 'deputy'),
        };
      }),
    },
    zone,
  );
  return { ...words, person };
}

/** The mail that asks a liaison, before a round opens, whether the people their units name still hold. */
export function contactCheckMail(wording: Wording, facts: ContactCheckFacts, zone: Zone): MailText {
  const values = contactCheckVariables(facts, zone, grammarOf(wording));
  const mail = mailOf(wording, 'contact-check.mail', values);
  return marked(wording, facts.demonstration, toStandIn(wording, mail, facts.standsInFor));
}

/** The question before a round as each person would get it, and as those get it of whom nothing is on file. */
export function* contactCheckSamples(
  round: SampleRound,
  groups: readonly (readonly Obligation[])[],
): Generator<Sample> {
  const online = 'http://10.0.0.1';
  for (const group of groups) yield question(round, group, { online });
  const [some] = groups;
  if (some === undefined) return;
  yield question(round, some, { standsInFor: '李某' });
  const units = unitsOf(round, some).map((each) => ({ ...each, liaison: null, deputy: null }));
  yield question(round, some, { units });
}

function question(
  round: SampleRound,
  units: readonly Obligation[],
  change: Partial<ContactCheckFacts>,
): Sample {
  const { plan, zone, period, dates } = round;
  const facts = {
    sender: senderOf(plan),
    period,
    opensOn: zone.dayOf(dates.opensAt),
    nominalDue: dates.due.nominal,
    standsInFor: null,
    units: unitsOf(round, units),
    online: undefined,
    asOf: dates.contactCheckAt ?? dates.opensAt,
    demonstration: false,
    ...change,
  };
  const of = units.map(({ unitName }) => unitName).join('、');
  return { name: 'contact-check.mail', of, words: () => contactCheckMail(plan, facts, zone) };
}

function unitsOf({ plan }: SampleRound, units: readonly Obligation[]): ContactCheckFacts['units'] {
  const named = (unit: string, role: Role) =>
    plan.contacts.find((each) => each.unit === unit && each.role === role) ?? null;
  return units.map(({ unit, unitName }) => ({
    unitName,
    addressee: plan.units.find(({ code }) => code === unit)?.addressee ?? unitName,
    liaison: named(unit, 'liaison'),
    deputy: named(unit, 'deputy'),
  }));
}
