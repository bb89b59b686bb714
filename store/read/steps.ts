/** Steps: the planned moments of an obligation. */

import type { Step } from '../../domain/ladder/step.ts';
import { STEP_KINDS } from '../../domain/plan/message-kinds.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db, ms, sqlList } from '../db/pool.ts';

const columns = `obligation, cycle, key, kind, state, at, not_after as "notAfter", first_at as "firstAt", addressing,
  reason`;

/** The same columns as JSON, from a step `s`. */
export const STEP_AS_JSON = `jsonb_build_object('obligation', s.obligation, 'cycle', s.cycle, 'key', s.key,
  'kind', s.kind, 'state', s.state, 'at', ${ms('s.at')}, 'notAfter', ${ms('s.not_after')},
  'firstAt', ${ms('s.first_at')}, 'addressing', s.addressing, 'reason', s.reason)`;

export async function readSteps(db: Db, obligation: string): Promise<Step[]> {
  const { rows } = await db.query<Step>(
    `select ${columns} from step where obligation = $1 order by cycle, at, key`,
    [obligation],
  );
  return rows;
}

/** By obligation, for a whole round. */
export async function readStepsOfAll(db: Db, round: string): Promise<Map<string, Step[]>> {
  const { rows } = await db.query<Step>(
    `select ${columns} from step where obligation in (select id from obligation where round = $1)
      order by obligation, cycle, at, key`,
    [round],
  );
  const byObligation = new Map<string, Step[]>(rows.map(({ obligation }) => [obligation, []]));
  for (const step of rows) byObligation.get(step.obligation)?.push(step);
  return byObligation;
}

export async function findStep(
  db: Db,
  obligation: string,
  cycle: number,
  key: string,
): Promise<Step | null> {
  const { rows } = await db.query<Step>(
    `select ${columns} from step where obligation = $1 and cycle = $2 and key = $3`,
    [obligation, cycle, key],
  );
  return rows[0] ?? null;
}

/** Whether a ladder step planned for a later moment has been performed. */
export async function isFollowedBy(
  db: Db,
  of: { readonly id: string; readonly cycle: number },
  moment: Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from step where obligation = $1 and cycle = $2 and state = 'performed' and at > $3
        and kind in ${sqlList(STEP_KINDS)} limit 1`,
    [of.id, of.cycle, at(moment)],
  );
  return rowCount === 1;
}
