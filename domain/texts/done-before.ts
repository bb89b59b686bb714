/** Earlier messages and calls to a unit, grouped into acts. Only delivered ones are named. */

import type { Day, Zone } from '../time/time.ts';
import type { About, Before, MessageFacts } from './facts.ts';

/** The order within a day, so that a call does not come between two channels of one act. */
const ACTS = [
  'notice',
  'reminder',
  'due',
  'extended',
  'returned',
  'chase',
  'press',
  'letter',
  'call',
] as const;
type ActName = (typeof ACTS)[number];

/** The same thing done on one or several days in a row. */
export type Act = {
  readonly name: ActName;
  readonly days: Day[];
  readonly befores: Before[];
};

export function actsOf(about: About, zone: Zone): Act[] {
  const acts: Act[] = [];
  for (const { name, day, before } of inOrder(about, zone)) {
    const last = acts.at(-1);
    const act = last?.name === name ? last : { name, days: [], befores: [] };
    if (act !== last) acts.push(act);
    if (act.days.at(-1) !== day) act.days.push(day);
    act.befores.push(before);
  }
  return acts;
}

/** Done only on the last day of the act before it. */
export const onSameDay = (act: Act, previous: Act | undefined): boolean =>
  act.days.length === 1 && act.days[0] === previous?.days.at(-1);

export const used = (act: Act, channel: Before['channel']): boolean =>
  act.befores.some((each) => each.channel === channel);

/** Only the liaison was called. */
export const toLiaison = (act: Act): boolean =>
  act.befores.every((each) => each.slot === 'liaison');

/** The last day on which the reader's role got the notice by mail, with the form; null when never. */
export function noticeMailedOn(
  about: About,
  person: MessageFacts['person'],
  zone: Zone,
): Day | null {
  const slot = about.slot ?? person.slot;
  const mail = about.before.findLast(
    (each) =>
      each.kind === 'notice' && each.channel === 'email' && each.slot === slot && each.delivered,
  );
  return mail === undefined ? null : zone.dayOf(mail.at);
}

/** All missing reports are returned ones. */
export const isReturned = (facts: MessageFacts): boolean =>
  facts.about.every((each) => each.returned !== null);

export const isRequest = (facts: MessageFacts): boolean =>
  facts.about.some((each) => each.wording === 'request');

const inOrder = (about: About, zone: Zone) =>
  about.before
    .filter(reachedUnit)
    .flatMap((before) => {
      const name = nameOf(before);
      return name === undefined ? [] : [{ name, day: zone.dayOf(before.at), before }];
    })
    .sort((a, b) => a.day.localeCompare(b.day) || ACTS.indexOf(a.name) - ACTS.indexOf(b.name));

const nameOf = (before: Before): ActName | undefined =>
  ACTS.find((name) => name === (before.channel === 'letter' ? 'letter' : before.kind));

const reachedUnit = (before: Before): boolean =>
  before.delivered &&
  before.channel !== 'task' &&
  before.channel !== 'slip' &&
  before.slot !== 'officer' &&
  before.slot !== 'office';
