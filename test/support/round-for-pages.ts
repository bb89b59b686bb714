/** The shipped plan's round 2018H1, open in a database of its own, without any workflow. */
import { createOpenRound } from '../../activities/open-round.ts';
import type { ObligationAct } from '../../domain/command.ts';
import { toHost } from '../../domain/time/plan-time.ts';
import type { Instant } from '../../domain/time/time.ts';
import { shippedCalendar } from '../../gateways/calendar/holidays.ts';
import { shippedPlan } from '../../rehearsal/shipped-plan.ts';
import { applyCommand } from '../../store/write/commands.ts';
import { importPlan } from '../../store/write/import-plan.ts';
import { createDatabase, type TestDatabase } from './record/database.ts';

export const ROUND = `${shippedPlan.id}/2018H1`;

export type OpenRound = {
  readonly database: TestDatabase;
  /** Does it as the bureau's officer; throws when it is refused. */
  act(unit: string, at: Instant, act: ObligationAct): Promise<void>;
};

export async function openRound(at: Instant): Promise<OpenRound> {
  const database = await createDatabase();
  const { pool } = database;
  await importPlan(pool, shippedPlan, shippedCalendar(), at);
  await applyCommand(pool, {
    id: 'start',
    actor: { kind: 'administrator', name: '管理员' },
    receivedAt: at,
    year: `${shippedPlan.id}/2018`,
    act: { kind: 'start-year' },
  });
  await createOpenRound({ pool, offset: 0 }).openRound({ round: ROUND, asOf: toHost(at, 0) });
  let number = 0;
  return {
    database,
    async act(unit, receivedAt, act) {
      number += 1;
      const outcome = await applyCommand(pool, {
        id: `act-${number}`,
        actor: { kind: 'bureau', name: '经办人甲' },
        receivedAt,
        obligation: `${ROUND}/${unit}`,
        act,
      });
      if (!outcome.ok) throw new Error(outcome.message);
    },
  };
}
