/** Tasks for an officer: from a step, the last fallback, or a message that waits for release. */
import type { TaskReason } from '../../domain/texts/facts.ts';
import { taskText } from '../../domain/texts/messages/tasks.ts';
import type { Db } from '../../store/db/pool.ts';
import type { Delivery } from '../../store/read/deliveries.ts';
import { readAbout } from '../../store/read/facts.ts';
import type { TaskKind } from '../../store/read/tasks.ts';
import { settleDelivery } from '../../store/write/deliveries.ts';
import { addTasks } from '../../store/write/tasks.ts';
import type { Deps } from '../deps.ts';
import type { OfUnit } from '../outgoing/outgoing.ts';
import { personIn } from '../outgoing/recipient.ts';

/** A delivery by channel `task` is done once its task exists. */
export async function handToOfficer(tx: Db, deps: Deps, asking: OfUnit): Promise<void> {
  const { delivery, now } = asking;
  await giveTask(tx, deps, asking, taskOf(delivery));
  await settleDelivery(tx, delivery.key, { state: 'sent', person: '经办人员' }, now);
}

/** The last fallback, the end of a return, or a step that this class of units gets in person. */
function taskOf({ insteadOf, step }: Delivery): { kind: TaskKind; reason: TaskReason } {
  if (insteadOf !== null) return { kind: 'unreachable', reason: 'unreachable' };
  if (step === 'returned-task') return { kind: 'resubmission', reason: 'after-return' };
  return { kind: 'call', reason: 'in-person' };
}

export async function giveTask(
  tx: Db,
  deps: Pick<Deps, 'demonstration'>,
  asking: OfUnit,
  task: { readonly kind: TaskKind; readonly reason: TaskReason },
): Promise<void> {
  const { delivery, now, rules, round, of } = asking;
  const contact = await personIn(tx, rules, of.unit, 'liaison', now);
  const about = await readAbout(tx, {
    rules,
    round,
    obligation: of,
    kind: delivery.kind,
    asOf: now,
    plannedAt: delivery.at,
  });
  await addTasks(tx, {
    id: `${task.kind}#${delivery.key}`,
    round: round.id,
    obligation: of.id,
    delivery: task.kind === 'release' ? delivery.key : null,
    kind: task.kind,
    text: taskText(rules.plan, {
      reason: task.reason,
      about,
      contact: contact && { name: contact.name, phone: contact.phone },
      asOf: now,
      demonstration: deps.demonstration,
    }),
    since: now,
  });
}
