/** Rule 14: nobody is reminded who has reported. Found by walking each obligation's commands in the order of their locks. */

import type { Unaccounted } from '../domain/ladder/unaccounted.ts';
import type { Instant } from '../domain/time/time.ts';
import type { Db } from './db/transaction.ts';

type Turn = { readonly obligation: string; readonly at: Instant; readonly arrived: boolean };
type Claim = { readonly obligation: string; readonly delivery: string; readonly at: Instant };

/** @param commitMs see AuditOptions */
export async function remindedAfterArrival(db: Db, commitMs: number): Promise<Unaccounted[]> {
  const turns = await readTurns(db);
  const claims = await readClaims(db);
  return claims
    .filter((claim) => hadArrived(turns.get(claim.obligation) ?? [], claim.at, commitMs))
    .map(({ delivery }) => ({ kind: 'after arrival', delivery }));
}

// A turn back (withdrawal, return) counts from its receipt, an arrival from when it must have been committed.
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
        and d.kind in ('notice', 'reminder', 'due', 'chase', 'press', 'supervise')
      order by m.claimed_at, d.key`,
  );
  return rows;
}
