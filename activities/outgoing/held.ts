/**
 * Prepares what a person has to release: every document, and a mail or an SMS whose step says `release: held` (rule
 * 8). The delivery is `held` and a task stands on the board; after the release the next look sends it.
 */

import type { HeldText } from '../../domain/delivery/message-text.ts';
import type { Reached } from '../../domain/people/leave.ts';
import { senderOf } from '../../domain/texts/about.ts';
import type { TaskReason } from '../../domain/texts/facts.ts';
import { renderLetter, renderSlip } from '../../domain/texts/messages/unit-message.ts';
import type { Db } from '../../store/db/pool.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import type { Deps } from '../deps.ts';
import { giveTask } from '../obligation/tasks.ts';
import { wordsAlone } from './compose.ts';
import type { UnitMessage } from './outgoing.ts';
import { aboutOf } from './peers.ts';
import { personIn } from './recipient.ts';

/** With content it was prepared before and released. */
export const isDocumentToPrepare = ({ delivery }: UnitMessage): boolean =>
  (delivery.channel === 'letter' || delivery.channel === 'slip') && delivery.content === null;

/** Also without a contact: a document may be handed over on paper. */
export async function prepareDocument(tx: Db, deps: Deps, outgoing: UnitMessage): Promise<void> {
  const { delivery, now, rules, of } = outgoing;
  const person = await personIn(tx, rules, of.unit, delivery.slot, now);
  const facts = {
    kind: delivery.kind === 'supervise' ? ('supervise' as const) : ('press' as const),
    step: delivery.step,
    sender: senderOf(rules.plan),
    person: { name: person?.name ?? '', slot: delivery.slot },
    about: [await aboutOf(tx, deps, outgoing)],
    asOf: now,
    demonstration: deps.demonstration,
  };
  const isSlip = delivery.channel === 'slip';
  const content = isSlip
    ? renderSlip(rules.plan, facts, rules.zone)
    : renderLetter(rules.plan, facts, rules.zone);
  await holdForRelease(tx, deps, outgoing, {
    person,
    content,
    reason: isSlip ? 'release-slip' : 'release-letter',
  });
}

/** Stores the words, which go out unchanged unless a person edits them. */
export async function prepareMessage(
  tx: Db,
  deps: Deps,
  outgoing: UnitMessage,
  person: Reached | null,
): Promise<void> {
  const content = wordsAlone(deps, outgoing, await aboutOf(tx, deps, outgoing), person);
  await holdForRelease(tx, deps, outgoing, { person, content, reason: 'release-message' });
}

async function holdForRelease(
  tx: Db,
  deps: Deps,
  outgoing: UnitMessage,
  prepared: {
    readonly person: Reached | null;
    readonly content: HeldText;
    readonly reason: TaskReason;
  },
): Promise<void> {
  const { person, content, reason } = prepared;
  const to = { state: 'held' as const, content, ...(person ? { person: person.name } : {}) };
  await settleDelivery(tx, outgoing.delivery.key, to, null);
  await giveTask(tx, deps, outgoing, { kind: 'release', reason });
}
