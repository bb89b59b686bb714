/** One reporting year: start each round at its opening instant, until all are started or the year is cancelled. */
import { condition, setHandler } from '@temporalio/workflow';
import { database, starting } from './activities.ts';
import { changed, type WorkflowInput } from './messages.ts';

export async function reportingYear({ id }: WorkflowInput): Promise<void> {
  let heard = 0;
  setHandler(changed, (rev) => {
    heard = Math.max(heard, rev);
  });

  for (;;) {
    const look = await database().lookAtYear({ year: id, asOf: Date.now() });
    if (look.due.length > 0) await starting().startRounds({ rounds: look.due });
    if (look.over) return;
    await condition(() => heard > look.rev, Math.max(1, look.wakeAt - Date.now()));
  }
}
