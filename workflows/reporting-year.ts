/**
 * One reporting year: before each round asks liaisons whether they are still in charge, and starts each round at its
 * opening instant, until all are started or the year is cancelled.
 */
import { condition, log } from '@temporalio/workflow';
import type { YearLook } from '../activities/round/look-at-year.ts';
import { asking, database, starting } from './activities.ts';
import type { WorkflowInput } from './messages.ts';
import { listen } from './news.ts';

export async function reportingYear({ id }: WorkflowInput): Promise<void> {
  const news = listen();
  for (let told: YearLook['tell'] = []; ; ) {
    const look = await news.seenBy(() => database().lookAtYear({ year: id, asOf: Date.now() }));
    if (look.due.length > 0) await starting().startRounds({ rounds: look.due });
    if (look.over) return;
    if (hasToAsk(look, told)) {
      await askContacts(look);
      told = look.tell;
    } else {
      told = [];
      await condition(() => news.isBeyond(look), Math.max(1, pauseOf(look)));
    }
  }
}

const hasToAsk = ({ ask, tell }: YearLook, told: YearLook['tell']): boolean =>
  ask.length > 0 || (tell.length > 0 && JSON.stringify(tell) !== JSON.stringify(told));

/** Questions that are still due could not be sent: clocks apart, or mail is down. Rounds still open in time. */
const pauseOf = ({ tell, wakeAt }: YearLook): number =>
  tell.length > 0 ? TRY_AGAIN_MS : wakeAt - Date.now();

const TRY_AGAIN_MS = 60_000;

async function askContacts({ ask, tell }: YearLook): Promise<void> {
  for (const round of ask) await database().askContacts({ round, asOf: Date.now() });
  for (const deliveries of tell) {
    try {
      await asking(deliveries.length).tellContacts({ deliveries });
    } catch (error) {
      log.warn('liaisons could not be asked yet', {
        deliveries: deliveries.length,
        error: String(error),
      });
    }
  }
}
