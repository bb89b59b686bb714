/** Which of the officer's tasks a command has done. */
import type { ObligationCommand } from '../../domain/command.ts';
import { isOutstanding, type Obligation } from '../../domain/obligation/obligation.ts';
import type { Change } from '../../domain/obligation/transition/change.ts';
import type { Db } from '../db/transaction.ts';
import { closeTasks } from '../write/tasks.ts';

export async function settleTasks(
  tx: Db,
  command: ObligationCommand,
  before: Obligation,
  change: Change,
): Promise<void> {
  const { act, receivedAt, actor } = command;
  const by = actor.name;
  if (isOutstanding(before.state) && !isOutstanding(change.after.state)) {
    await closeTasks(tx, { obligation: before.id }, receivedAt, by);
  }
  if (act.kind === 'call') {
    await closeTasks(tx, { obligation: before.id, kinds: ['call', 'unreachable'] }, receivedAt, by);
  }
  if (act.kind === 'release' || act.kind === 'dismiss') {
    await closeTasks(tx, { obligation: before.id, delivery: act.delivery }, receivedAt, by);
  }
}
