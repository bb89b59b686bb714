/**
 * The beginning of every look, claim and settling: locks what it may change, and reads the round and the rules in
 * force.
 */

import { roundOf } from '../../domain/obligation/obligation.ts';
import type { Round } from '../../domain/round/round.ts';
import { lockOn } from '../db/locks.ts';
import type { Db } from '../db/pool.ts';
import { type InForce, inForce, type Rules, rulesInForce } from '../read/plans.ts';
import { noRound, ROUND_COLUMNS, type RoundRow, toRound } from '../read/rounds.ts';

export type Locked = { readonly round: Round; readonly rules: Rules };

/** With the rounds of the other obligations that were locked too: a message may be about several rounds and plans. */
export type LockedTogether = Locked & { readonly lockedOf: (obligation: string) => Locked };

/**
 * Locks the rounds of the obligations (`shared`), then the obligations, in the order of locks.ts: counting the
 * materialized `rounds` comes before the obligations. One statement, because most transactions begin with it. The rules
 * are those at its start; a plan imported while it waits tells every obligation to look again.
 */
export async function lockTogether(
  tx: Db,
  obligation: string,
  others: readonly string[] = [],
): Promise<LockedTogether> {
  const obligations = [...new Set([obligation, ...others])].sort();
  const rounds = [...new Set(obligations.map(roundOf))];
  const { rows } = await tx.query<RoundRow & InForce>(
    `with rounds as materialized (select ${ROUND_COLUMNS} from round where id = any($1) order by id for key share),
          locked as materialized (select ${lockOn('one')} from (select count(*) from rounds), unnest($2::text[]) as one)
     select rounds.*, ${inForce('rounds.plan')}, (select count(*) from locked) as locks from rounds`,
    [rounds, obligations],
  );
  const byRound = new Map<string, Locked>();
  for (const row of rows) {
    byRound.set(row.id, { round: toRound(row), rules: await rulesInForce(tx, row.plan, row) });
  }
  const lockedOf = (id: string): Locked => {
    const found = byRound.get(roundOf(id));
    if (!found) throw noRound(roundOf(id));
    return found;
  };
  return { ...lockedOf(obligation), lockedOf };
}

/** Reads the round with its `shared` lock: commands on the whole round wait until the commit. */
export async function readRoundLocked(tx: Db, id: string): Promise<Round> {
  const { rows } = await tx.query<RoundRow>(
    `select ${ROUND_COLUMNS} from round where id = $1 for key share`,
    [id],
  );
  if (rows[0] === undefined) throw noRound(id);
  return toRound(rows[0]);
}
