/** What the record holds of a delivery that is asked for: in one statement, for every message begins with it. */
import { deliveryKey } from '../domain/delivery/delivery.ts';
import type { Step } from '../domain/ladder/step.ts';
import { type Obligation, partsOf } from '../domain/obligation/obligation.ts';
import type { Roster } from '../domain/people/recipient.ts';
import type { Channel, Slot } from '../domain/plan/policy.ts';
import type { Db } from './db/transaction.ts';
import { rosterOf } from './read/contacts.ts';
import {
  noObligation,
  OBLIGATION_COLUMNS,
  type ObligationRow,
  toObligation,
} from './read/obligations.ts';
import { STEP_AS_JSON } from './read/steps.ts';
import { DELIVERY_AS_JSON, type Delivery } from './write/deliveries.ts';

export type Known = {
  readonly of: Obligation;
  /** null until its step is performed. */
  readonly delivery: Delivery | null;
  readonly step: Step | null;
  /** Of its unit. */
  readonly roster: Roster;
};

type KnownRow = ObligationRow & Pick<Known, 'delivery' | 'step'> & Roster;

const KNOWN = `
  select ${OBLIGATION_COLUMNS},
         (select ${DELIVERY_AS_JSON} from delivery d where d.key = $2) as delivery,
         (select ${STEP_AS_JSON} from step s where s.obligation = $1 and s.cycle = $3 and s.key = $4) as step,
         ${rosterOf('$5', '$6')}
    from obligation where id = $1`;

/** Call under the obligation's lock. Throws `not_found` for an obligation that does not exist. */
export async function readKnown(
  tx: Db,
  id: string,
  target: {
    readonly cycle: number;
    readonly step: string;
    readonly slot: Slot;
    readonly channel: Channel;
  },
): Promise<Known> {
  const { cycle, step, slot, channel } = target;
  const { plan, unit } = partsOf(id);
  const key = deliveryKey(id, cycle, step, slot, channel);
  const { rows } = await tx.query<KnownRow>(KNOWN, [id, key, cycle, step, plan, unit]);
  const [row] = rows;
  if (!row) throw noObligation(id);
  const { delivery, contacts, leaves } = row;
  return { of: toObligation(row), delivery, step: row.step, roster: { contacts, leaves } };
}
