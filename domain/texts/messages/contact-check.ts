/** 核对联络员: the mail that asks one person, before a round opens, whether the contacts of their units are still right. */

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
import { LETTERHEAD } from './letterhead.ts';
import type { Sample, SampleRound } from './situations.ts';
import { list, text, type Variables, valuesOf } from './variables.ts';

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

type Asked = { readonly facts: ContactCheckFacts; readonly zone: Zone; readonly say: Grammar };

export const CONTACT_CHECK: Variables<Asked> = {
  ...LETTERHEAD,
  addressees: text(
    '主送单位，几个单位用顿号连接',
    'the units it is addressed to',
    ({ facts, say }) => say.listed(facts.units.map(({ addressee }) => addressee)),
  ),
  period: text('报送期，如“2018年上半年”', 'the half-year', ({ facts, say }) =>
    say.period(facts.period),
  ),
  opens_on: text(
    '报送通知发出的日子，如“6月22日”',
    'the day on which the notice goes out',
    ({ facts, say }) => say.monthDay(facts.opensOn, yearOf(facts.nominalDue)),
  ),
  due: text('截止日，如“7月15日”', 'the due day', ({ facts, say }) =>
    say.monthDay(facts.nominalDue, yearOf(facts.nominalDue)),
  ),
  units: list(
    '每个单位一段',
    'one entry for each unit',
    ({ facts, say }: Asked) => facts.units.map((unit) => ({ unit, say })),
    {
      name: text('单位名称', 'the unit’s name', ({ unit }) => unit.unitName),
      liaison: text(
        '登记的联络员：姓名、邮箱、手机（中间四位隐去）、座机；没有则为“未登记”',
        'the liaison on file, mobile masked',
        ({ unit, say }) => say.onFile(unit.liaison),
      ),
      deputy: text('登记的备用联络员，写法相同', 'the deputy on file, likewise', ({ unit, say }) =>
        say.onFile(unit.deputy),
      ),
    },
  ),
  page: text(
    '答复的网页；不能在线办理时为空',
    'the page on which it is answered; empty where there is none',
    ({ facts: { online } }) => (online === undefined ? '' : `${online}/mine/contacts`),
  ),
};

/** One person's question about their units: made from the record when sending, from the plan in a preview. */
type Question = {
  readonly plan: Plan;
  readonly zone: Zone;
  readonly roster: Roster;
  readonly period: string;
  readonly dates: Pick<RoundDates, 'due' | 'opensAt'>;
  /** In the order of the codes, so that the text does not depend on which unit was claimed first. */
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

export function contactCheckMail(wording: Wording, facts: ContactCheckFacts, zone: Zone): MailText {
  const values = valuesOf(CONTACT_CHECK, { facts, zone, say: grammarOf(wording) });
  const mail = mailOf(wording, 'contact-check.mail', values);
  return marked(wording, facts.demonstration, toStandIn(wording, mail, facts.standsInFor));
}

/** The question as each person would get it, to a stand-in, and with no contact on file. */
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
