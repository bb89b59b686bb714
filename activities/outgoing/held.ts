/** What carries a name or a rank is prepared and held: nothing leaves before a person lets it go (rule 8). */
import { senderOf } from '../../domain/texts/about.ts';
import { renderLetter, renderSlip } from '../../domain/texts/messages/unit-message.ts';
import type { Db } from '../../store/db/pool.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import type { Deps } from '../deps.ts';
import { giveTask } from '../obligation/tasks.ts';
import { recipientOf } from '../recipient.ts';
import type { Scene } from './outgoing.ts';
import { aboutOf } from './peers.ts';

export async function prepareDocument(tx: Db, deps: Deps, scene: Scene): Promise<void> {
  const { delivery, now, rules, of } = scene;
  const person = await recipientOf(tx, rules, of.unit, delivery.slot, now);
  const about = await aboutOf(tx, deps, scene);
  const facts = {
    kind: delivery.kind === 'supervise' ? ('supervise' as const) : ('press' as const),
    step: delivery.step,
    sender: senderOf(rules.plan),
    person: { name: person?.name ?? '', slot: delivery.slot },
    about: [about],
    asOf: now,
    demonstration: deps.demonstration,
  };
  const isSlip = delivery.channel === 'slip';
  const content = isSlip
    ? renderSlip(rules.plan, facts, rules.zone)
    : renderLetter(rules.plan, facts, rules.zone);
  await settleDelivery(
    tx,
    delivery.key,
    { state: 'held', content, ...(person ? { person: person.name } : {}) },
    null,
  );
  await giveTask(tx, deps, scene, {
    kind: 'release',
    reason: isSlip ? 'release-slip' : 'release-letter',
  });
}
