/** Statements on `contact_check`: per round and unit what was asked about its liaisons, and answered. */

import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { CheckState, ContactCheck, Proposal } from '../../domain/people/contact-check.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/transaction.ts';

const columns = `c.round, c.unit, c.state, c.proposal, c.reason, c.asked_at as "askedAt", c.answered_at as "answeredAt",
  c.answered_by as "answeredBy"`;

/** Whoever was asked already is left as it stands. */
export async function addChecks(
  tx: Db,
  round: string,
  checks: readonly Pick<ContactCheck, 'unit' | 'state' | 'reason'>[],
  askedAt: Instant,
): Promise<void> {
  await tx.query(
    `insert into contact_check (round, unit, state, reason, asked_at)
     select $1, c.unit, c.state, c.reason, case when c.state = 'asked' then $3::timestamptz end
       from jsonb_to_recordset($2) as c(unit text, state text, reason text)
     on conflict (round, unit) do nothing`,
    [round, JSON.stringify(checks), at(askedAt)],
  );
}

export async function readChecks(db: Db, round: string): Promise<ContactCheck[]> {
  const { rows } = await db.query<ContactCheck>(
    `select ${columns} from contact_check c where c.round = $1 order by c.unit`,
    [round],
  );
  return rows;
}

/** With what became of the mail that asked; null where none was to be sent. */
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

/** Of the rounds that are planned or open the newest in which the unit was asked. */
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

/** By unit, of the newest round of the plan in which liaisons were asked, or not for a reason. */
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

export async function answerCheck(
  tx: Db,
  { round, unit }: Pick<ContactCheck, 'round' | 'unit'>,
  answer: {
    readonly state: CheckState;
    readonly proposal: Proposal | null;
    readonly reason: string | null;
  },
  by: { readonly at: Instant; readonly name: string },
): Promise<void> {
  await tx.query(
    `update contact_check set state = $3, proposal = $4, reason = $5, answered_at = $6, answered_by = $7
      where round = $1 and unit = $2`,
    [
      round,
      unit,
      answer.state,
      answer.proposal && JSON.stringify(answer.proposal),
      answer.reason,
      at(by.at),
      by.name,
    ],
  );
}

/** The round's liaisons were asked, or it was too late. */
export async function markContactCheck(tx: Db, id: string, doneAt: Instant): Promise<void> {
  await tx.query(`update round set contact_check_done_at = $2 where id = $1`, [id, at(doneAt)]);
}
