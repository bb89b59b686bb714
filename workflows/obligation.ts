/** One obligation: look, wait for the next moment or a change, deliver, again, until its round is over. */
import { condition, log, setHandler } from '@temporalio/workflow';
import type { Look, Target } from '../activities/look.ts';
import { database, onQueueOf } from './activities.ts';
import { changed, type WorkflowInput } from './messages.ts';

export async function obligation({ id }: WorkflowInput): Promise<void> {
  let heard = 0;
  setHandler(changed, (rev) => {
    heard = Math.max(heard, rev);
  });
  const lookAgain = () => database().planSteps({ obligation: id, asOf: Date.now() });

  let look = await lookAgain();
  while (!look.over) {
    if (await changesBefore(look.wakeAt, () => heard > look.rev)) look = await lookAgain();
    else if (look.targets.length === 0) look = await lookAgain();
    else look = (await deliverAll(id, look.targets)) ?? (await lookAgain());
  }
}

/** A past moment must not wait; and a time-out of exactly 0 has a history of its own in the SDK. */
const changesBefore = async (wakeAt: number, hasChanged: () => boolean): Promise<boolean> =>
  wakeAt <= Date.now() ? hasChanged() : condition(hasChanged, Math.max(1, wakeAt - Date.now()));

/** Each delivery answers with a look; the newest saw all the others. Null when one of them failed for good. */
async function deliverAll(id: string, targets: readonly Target[]): Promise<Look | null> {
  const looks = await Promise.allSettled(
    targets.map((target) => onQueueOf(target.channel).deliver({ obligation: id, target })),
  );
  const failed = looks.some((look) => look.status === 'rejected');
  if (failed) log.warn('a delivery failed; looking again', { obligation: id });
  const seen = looks.flatMap((look) => (look.status === 'fulfilled' ? [look.value] : []));
  return failed ? null : seen.reduce((newest, next) => (next.look > newest.look ? next : newest));
}
