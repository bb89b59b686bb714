/** Writes `contact_check`. */

import type { CheckState, ContactCheck, Proposal } from '../../domain/people/contact-check.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db } from '../db/pool.ts';

/** A unit that was already asked keeps its row. */
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
