/**
 * Records a look at an obligation and reads everything a look needs, in one statement: every delivery ends with one.
 */

import type { Step } from '../../domain/ladder/step.ts';
import type { Obligation } from '../../domain/obligation/obligation.ts';
import { type Db, ms } from '../db/pool.ts';
import type { Delivery } from '../read/deliveries.ts';
import {
  noObligation,
  OBLIGATION_COLUMNS,
  type ObligationRow,
  toObligation,
} from '../read/obligations.ts';
import { STEP_AS_JSON } from '../read/steps.ts';

/** A delivery that is still to be sent, or was being sent when its worker died. */
export type WaitingDelivery = Pick<
  Delivery,
  'cycle' | 'step' | 'slot' | 'channel' | 'state' | 'at'
>;

export type RecordedLook = {
  readonly of: Obligation;
  /** Of two looks, the one with the higher number saw more. */
  readonly look: number;
  readonly steps: readonly Step[];
  readonly waiting: readonly WaitingDelivery[];
};

/** Call under the obligation's lock. @param ahead the workflow has not heard of this look yet */
export async function recordLook(tx: Db, id: string, ahead: boolean): Promise<RecordedLook> {
  const { rows } = await tx.query<
    ObligationRow & Omit<RecordedLook, 'of' | 'look'> & { looks: number }
  >(
    `update obligation set looks = looks + 1, looked_rev = case when $2 then looked_rev else rev end
      where id = $1
     returning ${OBLIGATION_COLUMNS}, looks,
       (select coalesce(jsonb_agg(${STEP_AS_JSON} order by s.cycle, s.at, s.key), '[]')
          from step s where s.obligation = obligation.id) as steps,
       ${WAITING} as waiting`,
    [id, ahead],
  );
  const [row] = rows;
  if (!row) throw noObligation(id);
  const { looks: look, steps, waiting } = row;
  return { of: toObligation(row), look, steps, waiting };
}

/** Reads the waiting deliveries again after some were cancelled. */
export async function stillWaiting(tx: Db, id: string): Promise<readonly WaitingDelivery[]> {
  const { rows } = await tx.query<{ waiting: WaitingDelivery[] }>(
    `select ${WAITING} as waiting from obligation where id = $1`,
    [id],
  );
  return rows[0]?.waiting ?? [];
}

// The liaison first, as in a step: when the deputy has the same address, the liaison gets the message.
const WAITING = `(
  select coalesce(jsonb_agg(jsonb_build_object(
           'cycle', d.cycle, 'step', d.step, 'slot', d.slot, 'channel', d.channel, 'state', d.state,
           'at', ${ms('d.at')}) order by d.at, d.slot <> 'liaison', d.key), '[]')
    from delivery d where d.obligation = obligation.id and d.state in ('planned', 'sending'))`;

/** The workflow has been told of that revision, together with a look at it. */
export async function markLooked(db: Db, id: string, rev: number): Promise<void> {
  await db.query(`update obligation set looked_rev = $2 where id = $1 and looked_rev < $2`, [
    id,
    rev,
  ]);
}
