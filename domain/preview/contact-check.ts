/** Before a round opens: one question to each person, about all units they answer for. */

import { askAbout } from '../contact-question.ts';
import { personToAsk, tooLateToAsk } from '../people/contact-check.ts';
import type { Reached } from '../people/leave.ts';
import { fitAfter } from '../time/send-window.ts';
import type { Instant } from '../time/time.ts';
import type { PlannedMessage, PreviewedRound } from './round.ts';

type Asked = { readonly unit: string; readonly person: Reached };

/** @param startedAt the year is started only then; null: in time */
export function questionsOf(round: PreviewedRound, startedAt: Instant | null): PlannedMessage[] {
  const { plan, calendar, zone, dates } = round;
  if (dates.contactCheckAt === null) return [];
  const asOf = Math.max(dates.contactCheckAt, startedAt ?? dates.contactCheckAt) as Instant;
  const at = fitAfter({ hours: plan.policy.window, calendar, zone }, asOf);
  const dayOf = (instant: Instant) => zone.dayOf(instant);
  if (tooLateToAsk(at, dates.opensAt, { calendar, dayOf }) !== null) return [];
  return [...byAddress(round, at)].map(([to, units]) => questionTo(round, at, to, units));
}

function byAddress(round: PreviewedRound, at: Instant): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const { unit, own } of round.obligations.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))) {
    const asked = own ? null : personToAsk(rosterOf(round), unit, round.zone.dayOf(at));
    if (asked === null) continue;
    const { person, address } = asked;
    groups.set(address, [...(groups.get(address) ?? []), { unit, person }]);
  }
  return groups;
}

function questionTo(
  round: PreviewedRound,
  at: Instant,
  to: string,
  units: readonly Asked[],
): PlannedMessage {
  const question = () =>
    askAbout({ ...round, roster: rosterOf(round), units, asOf: at, online: round.online });
  const nameOf = (unit: string) => round.obligations.find((o) => o.unit === unit)?.unitName ?? unit;
  return {
    at,
    period: round.period,
    unit: units.map(({ unit }) => unit).join(','),
    unitName: units.map(({ unit }) => nameOf(unit)).join('、'),
    step: 'contact-check',
    kind: 'contact-check',
    channel: 'email',
    person: question().person.name,
    to,
    words: () => {
      const { subject, text } = question();
      return { subject, text, parts: 1 };
    },
  };
}

const rosterOf = ({ plan, leaves }: PreviewedRound) => ({ contacts: plan.contacts, leaves });
