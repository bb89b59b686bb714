/** The reader of one message about several obligations, perhaps with different roles. */

import { type Reached, together } from '../people/leave.ts';
import type { Slot } from '../plan/policy.ts';
import type { About, MessageFacts } from './facts.ts';

/** One obligation of a message, with the reader's role. */
export type Answering = {
  readonly about: About;
  readonly slot: Slot;
  /** The person whom the slot reaches today; null when there is none. */
  readonly reached: Reached | null;
};

/** Liaison and deputy get the same message; messages to other roles (a letter to a leader) differ. */
export const mayShare = (one: Slot, other: Slot): boolean => sharedRole(one) === sharedRole(other);

export const sharedRole = (slot: Slot): Slot => (slot === 'deputy' ? 'liaison' : slot);

/**
 * The reader and the obligations, ordered so that the text does not depend on which delivery was claimed first. A liaison of one
 * unit who is deputy of another gets the message as a liaison.
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

/** Ordered by obligation. */
export const inOrder = <Each extends Pick<Answering, 'about'>>(all: readonly Each[]): Each[] =>
  all.toSorted((a, b) => (a.about.obligation < b.about.obligation ? -1 : 1));
