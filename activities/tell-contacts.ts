/** Questions to liaisons, one after the other; a retry finds settled what was sent. */
import { settleMessage } from '../store/write/messages.ts';
import type { Deps } from './deps.ts';
import { passingFailure } from './outgoing/send-out.ts';
import { tellOne } from './tell-bureau.ts';

export const createTellContacts = (
  deps: Pick<Deps, 'pool' | 'mail' | 'now' | 'demonstration' | 'webUrl'>,
) => ({
  async tellContacts({ deliveries }: { deliveries: readonly string[] }): Promise<void> {
    const failures: unknown[] = [];
    for (const delivery of deliveries) {
      try {
        await tellOne(deps, delivery, async ({ key }, attempt, outcome) => {
          await settleMessage(deps.pool, key, attempt, outcome, await deps.now());
          if (outcome.state === 'failed for now') throw passingFailure(outcome);
        });
      } catch (error) {
        // The neighbours go out all the same.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  },
});
