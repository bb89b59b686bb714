/**
 * The auditor: compares the plan with the record. Every planned step must be sent, skipped, cancelled or held. Reports
 * steps for which that is not so, and every message that should not have been sent. Read only.
 */

import { type Unaccounted, unaccountedInWords } from '../../domain/ladder/unaccounted.ts';
import { STEP_KINDS } from '../../domain/plan/message-kinds.ts';
import type { Instant } from '../../domain/time/time.ts';
import { at, type Db, sqlList } from '../db/pool.ts';

type AuditOptions = {
  /**
   * The longest time in ms that a command may have taken from receipt to commit. 0 where nothing runs beside it
   * (virtual time). In a busy installation a claim may rightly come in between.
   */
  readonly commitMs?: number;
};

/** One sentence each; empty when everything planned up to `asOf` is accounted for. */
export const findUnaccounted = async (
  db: Db,
  asOf: Instant,
  options: AuditOptions = {},
): Promise<string[]> => (await readUnaccounted(db, asOf, options)).map(unaccountedInWords);

export async function readUnaccounted(
  db: Db,
  asOf: Instant,
  { commitMs = 0 }: AuditOptions = {},
): Promise<Unaccounted[]> {
  return [
    ...(await unplanned(db, asOf)),
    ...(await overdueSteps(db, asOf)),
    ...(await performedWithoutDeliveries(db)),
    ...(await stuckDeliveries(db, asOf)),
    ...(await remindedAfterArrival(db, commitMs)),
  ];
}

async function found(db: Db, sql: string, values: readonly unknown[] = []): Promise<Unaccounted[]> {
  const { rows } = await db.query<Unaccounted>(sql, [...values]);
  return rows;
}

const unplanned = (db: Db, asOf: Instant): Promise<Unaccounted[]> =>
  found(
    db,
    `select 'unplanned' as kind, o.id as obligation
       from obligation o join round r on r.id = o.round
      where r.phase = 'open' and not o.own and r.opened_at < $1
        and not exists (select 1 from step s where s.obligation = o.id)
        and o.state in ('open', 'returned')
      order by o.id`,
    [at(asOf)],
  );

const overdueSteps = (db: Db, asOf: Instant): Promise<Unaccounted[]> =>
  found(
    db,
    `select 'overdue' as kind, s.obligation, s.key as step
       from step s join obligation o on o.id = s.obligation join round r on r.id = o.round
      where s.state = 'planned' and s.not_after < $1 and r.phase = 'open' and not r.paused and not r.plan_paused
      order by s.at, s.obligation`,
    [at(asOf)],
  );

const performedWithoutDeliveries = (db: Db): Promise<Unaccounted[]> =>
  found(
    db,
    `select 'too few' as kind, s.obligation, s.key as step, wanted.n::int as wanted, made.n::int as made
       from step s
      cross join lateral (select count(*) as n from jsonb_array_elements(s.addressing) a
                           cross join jsonb_array_elements(a->'channels')) wanted
      cross join lateral (select count(*) as n from delivery d
                           where d.obligation = s.obligation and d.cycle = s.cycle and d.step = s.key) made
      where s.state = 'performed' and made.n < wanted.n
      order by s.at, s.obligation`,
  );

/** Includes deliveries that were being sent when their round closed: nobody will settle them. */
const stuckDeliveries = (db: Db, asOf: Instant): Promise<Unaccounted[]> =>
  found(
    db,
    `select 'stuck' as kind, d.key as delivery, d.state
       from delivery d join round r on r.id = d.round
      where d.not_after < $1
        and ((d.state = 'planned' and r.phase = 'open' and not r.paused and not r.plan_paused)
          or (d.state = 'sending' and not (r.phase = 'open' and (r.paused or r.plan_paused))))
      order by d.at, d.key`,
    [at(asOf)],
  );

/** Rule 14: no reminder to a unit that has reported. Walks each obligation's commands in the order of their locks. */
type Turn = { readonly obligation: string; readonly at: Instant; readonly arrived: boolean };
type Claim = { readonly obligation: string; readonly delivery: string; readonly at: Instant };

/** @param commitMs see AuditOptions */
async function remindedAfterArrival(db: Db, commitMs: number): Promise<Unaccounted[]> {
  const turns = await readTurns(db);
  const claims = await readClaims(db);
  return claims
    .filter((claim) => hadArrived(turns.get(claim.obligation) ?? [], claim.at, commitMs))
    .map(({ delivery }) => ({ kind: 'after arrival', delivery }));
}

// A withdrawal or return counts from its receipt; an arrival from the moment it must have been committed.
function hadArrived(turns: readonly Turn[], claimedAt: Instant, commitMs: number): boolean {
  const last = turns.findLast((turn) => turn.at + (turn.arrived ? commitMs : 0) < claimedAt);
  return last?.arrived === true;
}

async function readTurns(db: Db): Promise<Map<string, Turn[]>> {
  const { rows } = await db.query<Turn>(
    `select obligation, received_at as at, kind in ('submit', 'record', 'waive') as arrived
       from command
      where kind in ('submit', 'record', 'waive', 'withdraw', 'return') and (outcome->>'ok')::boolean
        and obligation is not null
      order by obligation, seq`,
  );
  const turns = new Map<string, Turn[]>();
  for (const turn of rows)
    turns.set(turn.obligation, [...(turns.get(turn.obligation) ?? []), turn]);
  return turns;
}

async function readClaims(db: Db): Promise<Claim[]> {
  const { rows } = await db.query<Claim>(
    `select d.obligation, d.key as delivery, m.claimed_at as at
       from delivery d join message m on m.key = d.message
      where d.obligation is not null
        and d.kind in ${sqlList(STEP_KINDS)}
      order by m.claimed_at, d.key`,
  );
  return rows;
}
