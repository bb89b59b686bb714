/** The facts of the question to one person about their units: by the sender from the record, by a preview from the plan. */

import { type Reached, together } from './people/leave.ts';
import { firstContact, type Roster } from './people/recipient.ts';
import type { Plan } from './plan/plan.ts';
import type { RoundDates } from './round/round.ts';
import { senderOf } from './texts/about.ts';
import { contactCheckMail } from './texts/contact-check.ts';
import type { MailText } from './texts/facts.ts';
import type { Instant, Zone } from './time/time.ts';

export type Question = {
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
