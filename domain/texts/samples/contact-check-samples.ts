/** The question before a round as each person would get it, and as those get it of whom nothing is on file. */

import type { Obligation } from '../../obligation/obligation.ts';
import type { Role } from '../../plan/plan.ts';
import { senderOf } from '../about.ts';
import { contactCheckMail } from '../contact-check.ts';
import type { ContactCheckFacts } from '../messages/contact-check.ts';
import type { SampleRound } from '../messages/situations.ts';
import type { Sample } from './sample.ts';

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
