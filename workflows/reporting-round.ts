/** One round: open it, start its obligations, then look, compile and tell the bureau until it is signed off. */
import { condition, log, setHandler } from '@temporalio/workflow';
import type { RoundLook } from '../activities/look-at-round.ts';
import { compiling, database, starting, telling } from './activities.ts';
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
    case 'morning':
      return database().writeMorning({ round, asOf: Date.now() });
    case 'group text':
      return database().writeGroupText({ round, asOf: Date.now() });
    case 'tell bureau':
      return tellBureau(todo);
    case 'mend':
      return starting().startObligations({ round, obligations: todo.obligations });
  }
}

type ToTell = Extract<NonNullable<RoundLook['todo']>, { kind: 'tell bureau' }>;

/** Given up for the moment after a minute: the next look compiles first if that is due, then tries again. */
async function tellBureau({ mails, toGroup }: ToTell): Promise<void> {
  const told = [
    ...mails.map((delivery) => telling().tellBureau({ delivery })),
    ...toGroup.map((delivery) => telling().tellGroup({ delivery })),
  ];
  for (const outcome of await Promise.allSettled(told)) {
    if (outcome.status === 'rejected')
      log.warn('the bureau could not be told yet', { error: String(outcome.reason) });
  }
}
