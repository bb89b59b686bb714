/** One person to whom one message goes about several obligations, in this role for one and perhaps in another for the next. */

import { type Reached, together } from '../people/leave.ts';
import type { Slot } from '../plan/policy.ts';
import type { About, MessageFacts } from './facts.ts';

/** For whom the reader answers, and as whom. */
export type Answering = {
  readonly about: About;
  readonly slot: Slot;
  /** Whom the slot reaches today; null where nobody is named. */
  readonly reached: Reached | null;
};

/** Liaison and deputy are told the same; what is for another role (a letter to a leader) says something else. */
export const mayShare = (one: Slot, other: Slot): boolean => sharedRole(one) === sharedRole(other);

export const sharedRole = (slot: Slot): Slot => (slot === 'deputy' ? 'liaison' : slot);

/**
 * The reader and what the message is about, in the order of the obligations: whoever claims it first, it says the same.
 * Who is liaison of one unit and deputy of another is written to as a liaison.
 */
export function readerOf(
  answering: readonly Answering[],
): Pick<MessageFacts, 'person'> & { readonly about: readonly About[] } {
  const all = inOrder(answering);
  const [first] = all;
  if (!first) throw new Error('a message about nothing');
  const slot = all.every((each) => each.slot === first.slot) ? first.slot : 'liaison';
  const [one, ...others] = all.flatMap(({ reached }) => reached ?? []);
  const contact = one ? together([one, ...others]) : null;
  return {
    person: {
      name: contact?.name ?? '',
      slot,
      standsInFor: contact?.standsInFor ?? null,
    },
    about: all.map((each) =>
      each.slot === slot ? each.about : { ...each.about, slot: each.slot },
    ),
  };
}

/** By unit, whoever claims first. */
export const inOrder = <Each extends Pick<Answering, 'about'>>(all: readonly Each[]): Each[] =>
  all.toSorted((a, b) => (a.about.obligation < b.about.obligation ? -1 : 1));
