/** The shipped plan with any number of towns, which all owe a report for 2018H1; nobody else does. */

import { placeSteps } from '../domain/ladder/place-steps.ts';
import { roundId, yearId } from '../domain/obligation/obligation.ts';
import type { Contact, Plan, Unit } from '../domain/plan/plan.ts';
import type { StepPolicy } from '../domain/plan/policy.ts';
import { ALL_TOWNS } from '../domain/plan/roster.ts';
import { roundDates } from '../domain/round/round-dates.ts';
import { nominalDue, parsePeriod } from '../domain/time/period.ts';
import { day, type Instant, timeOfDay } from '../domain/time/time.ts';
import type { Rules } from '../store/read/plans.ts';

/**
 * The policy has two steps, both on the first reminder's day: the reminder as shipped (09:00, e-mail and SMS), and the
 * notice hours after it. So a round opened just before 09:00 has the reminder as its first and only burst. Only 2018H1
 * is due in the year 2018.
 */
export function planOfManyUnits(shipped: Plan, units: number): Plan {
  const towns = Array.from({ length: units }, (_, index) => town(index));
  const bureau = shipped.units.filter(({ code }) => code === shipped.bureau.unit);
  return {
    ...shipped,
    id: 'many-units',
    validFrom: day('2018-02-01'),
    items: shipped.items
      .filter(({ leads }) => leads.includes(ALL_TOWNS))
      .map((item) => ({ ...item, leads: [ALL_TOWNS], supports: [] })),
    units: [...bureau, ...towns],
    contacts: towns.flatMap(contactsOf),
    policy: { ...shipped.policy, steps: stepsOf(shipped) },
  };
}

export const ROUND = roundId('many-units', '2018H1');
export const YEAR = yearId('many-units', 2018);

/** When the reminder is due, plan time. */
export function reminderOf(rules: Rules): Instant {
  const due = nominalDue(parsePeriod('2018H1'), rules.plan.deadlines);
  const { policy } = rules.plan;
  const placed = placeSteps(policy.steps, { ...rules, policy, due: roundDates(rules, due).due });
  const [first] = placed;
  if (first?.kind !== 'reminder') throw new Error('the reminder has to be the first step');
  return first.at;
}

function stepsOf({ policy }: Plan): StepPolicy[] {
  const reminder = policy.steps.find(({ kind }) => kind === 'reminder');
  const notice = policy.steps.find(({ kind }) => kind === 'notice');
  if (!reminder || !notice) throw new Error('the shipped policy has a notice and a reminder');
  return [reminder, { ...notice, days: reminder.days, at: timeOfDay('16:00') }];
}

const town = (index: number): Unit => ({
  code: `town${index}`,
  name: `示例镇${index}`,
  kind: 'town',
  class: 'town',
  aliases: [],
  addressee: `示例镇${index}人民政府`,
  from: null,
  until: null,
  successor: null,
  desk: null,
});

/** Undialable like the shipped ones. Every person has an own address, so no message is shared. */
const contactsOf = ({ code, name }: Unit): Contact[] =>
  (['liaison', 'deputy'] as const).map((role, index) => ({
    unit: code,
    role,
    name: `${name}${role === 'liaison' ? '联络员' : '备用联络员'}`,
    email: `${role}.${code}@zhongshan.example`,
    mobile: `10${index}${code.slice(4).padStart(8, '0')}`,
    phone: null,
  }));
