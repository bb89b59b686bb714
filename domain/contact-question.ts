/** The facts of the question to one person about their units: by the sender from the record, by a preview from the plan. */
import { senderOf } from './about.ts';
import type { MailText } from './facts.ts';
import { type Reached, together } from './leave.ts';
import type { Plan } from './plan.ts';
import { firstContact, type Roster } from './recipient.ts';
import type { RoundDates } from './round.ts';
import { contactCheckMail } from './texts/contact-check.ts';
import type { Instant, Zone } from './time.ts';

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
