/** Contact checks: what was asked about the liaisons of each unit and round, and the answers. */

import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { ContactCheck } from '../../domain/people/contact-check.ts';
import type { Db } from '../db/pool.ts';

const columns = `c.round, c.unit, c.state, c.proposal, c.reason, c.asked_at as "askedAt", c.answered_at as "answeredAt",
  c.answered_by as "answeredBy"`;

export async function readChecks(db: Db, round: string): Promise<ContactCheck[]> {
  const { rows } = await db.query<ContactCheck>(
    `select ${columns} from contact_check c where c.round = $1 order by c.unit`,
    [round],
  );
  return rows;
}

/** With the state of the mail that asked; null where no mail was needed. */
export type CheckRow = ContactCheck & {
  readonly delivery: DeliveryState | null;
  readonly deliveryReason: string | null;
};

export async function readCheckRows(db: Db, round: string): Promise<CheckRow[]> {
  const { rows } = await db.query<CheckRow>(
    `select ${columns}, d.state as delivery, d.reason as "deliveryReason"
       from contact_check c
       left join delivery d on d.round = c.round and d.obligation is null and d.step = 'contact-check-' || c.unit
      where c.round = $1 order by c.unit`,
    [round],
  );
  return rows;
}

export async function findCheck(db: Db, round: string, unit: string): Promise<ContactCheck | null> {
  const { rows } = await db.query<ContactCheck>(
    `select ${columns} from contact_check c where c.round = $1 and c.unit = $2`,
    [round, unit],
  );
  return rows[0] ?? null;
}

/** The check of the newest planned or open round in which the unit was asked. */
export async function presentCheck(
  db: Db,
  plan: string,
  unit: string,
): Promise<ContactCheck | null> {
  const { rows } = await db.query<ContactCheck>(
    `select ${columns} from contact_check c join round r on r.id = c.round
      where r.plan = $1 and c.unit = $2 and r.phase in ('planned', 'open') and c.state <> 'skipped'
      order by r.due_at desc limit 1`,
    [plan, unit],
  );
  return rows[0] ?? null;
}

/** By unit code, from the newest round of the plan that has checks. */
export async function newestChecks(db: Db, plan: string): Promise<ContactCheck[]> {
  const { rows } = await db.query<ContactCheck>(
    `select ${columns} from contact_check c
      where c.round = (select r.id from round r where r.plan = $1 and r.contact_check_done_at is not null
                        order by r.due_at desc limit 1)
      order by c.unit`,
    [plan],
  );
  return rows;
}
