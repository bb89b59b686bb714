/** One round: open it, start its obligations, then look, compile and tell the bureau until it is signed off. */
import { condition, setHandler } from '@temporalio/workflow';
import type { RoundLook } from '../activities/look-at-round.ts';
import { compiling, database, onQueueOf, starting } from './activities.ts';
import { changed, type WorkflowInput } from './messages.ts';

export async function reportingRound({ id }: WorkflowInput): Promise<void> {
  let heard = 0;
  setHandler(changed, (rev) => {
    heard = Math.max(heard, rev);
  });

  const { slices } = await database().openRound({ round: id, asOf: Date.now() });
  for (const obligations of slices) await starting().startObligations({ round: id, obligations });

  for (;;) {
    const look = await database().lookAtRound({ round: id, asOf: Date.now() });
    if (look.over) return;
    if (look.todo) await perform(id, look.todo);
    else await condition(() => heard > look.rev, Math.max(1, look.wakeAt - Date.now()));
  }
}

async function perform(round: string, todo: NonNullable<RoundLook['todo']>): Promise<void> {
  switch (todo.kind) {
    case 'compile':
      return compiling().compileReport({ round });
    case 'call list':
      return database().listCalls({ round, asOf: Date.now() });
    case 'tell bureau':
      return onQueueOf('email').tellBureau({ delivery: todo.delivery });
    case 'mend':
      return starting().startObligations({ round, obligations: todo.obligations });
  }
}
