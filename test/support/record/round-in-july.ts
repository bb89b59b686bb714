/** Round 2018H1 of the shipped plan in a database of its own, opened on 22 June; plan time stands at 17 July 2018 10:31. */
import { createOpenRound } from '../../../activities/open-round.ts';
import { createPlanSteps } from '../../../activities/plan-steps.ts';
import { onObligation, onYear } from '../../../client/command.ts';
import type { Outcome } from '../../../domain/command.ts';
import type { ObligationAct } from '../../../domain/obligation/act.ts';
import { toHost } from '../../../domain/time/plan-time.ts';
import type { Instant } from '../../../domain/time/time.ts';
import { shippedPlan } from '../../../rehearsal/shipped-plan.ts';
import { importPlan } from '../../../store/write/import-plan.ts';
import { writeSettings } from '../../../store/write/settings.ts';
import { at, china } from '../time/dates.ts';
import { createDatabase, type TestDatabase } from './database.ts';

export const ROUND = `${shippedPlan.id}/2018H1`;
const NOW = '2018-07-17 10:31';

export type RoundInJuly = {
  readonly database: TestDatabase;
  /** What a command said, done at that moment. */
  act(unit: string, when: string, act: ObligationAct, id?: string): Promise<Outcome>;
  /** The unit's steps planned and judged, as its workflow would at that moment. */
  look(unit: string, when: string): Promise<void>;
};

export async function roundInJuly(): Promise<RoundInJuly> {
  const database = await createDatabase();
  const { pool } = database;
  await importPlan(pool, shippedPlan, china, at('2018-06-01 09:00'));
  const offset = at(NOW) - Date.now();
  await writeSettings(pool, { offsetMs: offset, demonstration: false });
  const administrator = { actor: { kind: 'administrator' as const, name: '管理员' } };
  const desk = (when: Instant) => ({ pool, now: async () => when });
  await onYear(desk(at('2018-06-20 10:00')), administrator, `${shippedPlan.id}/2018`, {
    kind: 'start-year',
  });
  const asOf = toHost(at('2018-06-22 09:00'), offset);
  await createOpenRound({ pool, offset }).openRound({ round: ROUND, asOf });
  return {
    database,
    act: (unit, when, act, id) =>
      onObligation(
        desk(at(when)),
        { actor: { kind: 'bureau', name: '经办人' }, id },
        `${ROUND}/${unit}`,
        act,
      ),
    async look(unit, when) {
      const activity = createPlanSteps({ pool, offset });
      await activity.planSteps({ obligation: `${ROUND}/${unit}`, asOf: toHost(at(when), offset) });
    },
  };
}
